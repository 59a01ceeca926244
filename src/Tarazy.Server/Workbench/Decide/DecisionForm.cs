namespace Tarazy.Server.Workbench.Decide;

/// <summary>Where the decision form posts to and what its fields are called. The endpoints read these names and no others.</summary>
public static class DecisionForm
{
    /// <summary>POST: the first reader's decision.</summary>
    public const string Decide = "/desk/cases/{number}/decide";

    /// <summary>POST: the second reader's own answer; the same fields.</summary>
    public const string SecondRead = "/desk/cases/{number}/second-reading";

    /// <summary>POST with <see cref="Version"/>: takes the last decision back.</summary>
    public const string Undo = "/desk/cases/{number}/undo";

    /// <summary>Version of the case that the person saw.</summary>
    public const string Version = "version";

    /// <summary>0 to 7, a rung of the ladder.</summary>
    public const string Measure = "measure";

    /// <summary>A clause as <c>kz/crim-170</c>, or empty.</summary>
    public const string Clause = "clause";

    public const string Legality = "legality";

    /// <summary>A <see cref="Tarazy.Records.Cases.LegitimateAim"/> by its name in kebab case.</summary>
    public const string Aim = "aim";

    public const string AimReason = "aim-reason";

    public const string Necessity = "necessity";

    public const string WhyNotMilder = "why-not-milder";

    /// <summary>Repeated: an <see cref="Tarazy.Records.Cases.ExpressionContext"/> by its name in kebab case.</summary>
    public const string Context = "context";

    public const string ContextWeighed = "context-weighed";

    /// <summary><c>yes</c> or <c>no</c>.</summary>
    public const string Harmful = "harmful";

    public const string Reasons = "reasons";

    /// <summary>yyyy-MM-dd.</summary>
    public const string EndsOn = "ends-on";

    /// <summary>yyyy-MM-dd, or empty for an open entry.</summary>
    public const string SealedUntil = "sealed-until";

    /// <summary>Whom publicity would hurt, without a name; owed with <see cref="SealedUntil"/>.</summary>
    public const string SealReason = "seal-reason";

    /// <summary>Why one post is not enough; owed by the last rung.</summary>
    public const string ChannelReasons = "channel-reasons";

    /// <summary>ISO 3166-1 alpha-2, or empty.</summary>
    public const string Territory = "territory";

    /// <summary>Id of an addressee in the pack.</summary>
    public const string Addressee = "addressee";

    /// <summary>On the buttons: <c>next</c> to go to the following case, <c>stay</c> to come back to this one.</summary>
    public const string Then = "then";

    /// <summary>The six factors in the order of the plan; <see cref="RabatScore"/> and <see cref="RabatReason"/> name their fields.</summary>
    public static IReadOnlyList<string> RabatFactors { get; } = ["context", "speaker", "intent", "content-and-form", "extent", "likelihood"];

    /// <summary>0 to 4.</summary>
    public static string RabatScore(string factor) => $"rabat-{factor}-score";

    public static string RabatReason(string factor) => $"rabat-{factor}-reason";

    /// <summary>A route with its case number in place.</summary>
    public static string To(string route, string number) =>
        route.Replace("{number}", Uri.EscapeDataString(number), StringComparison.Ordinal);
}
