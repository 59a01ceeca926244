namespace Tarazy.Server.Workbench.Notices;

/// <summary>
/// What can be done with a notice. Each act is a POST to <c>/desk/notices/{number}/{act}</c> with <see cref="Version"/> and
/// answers with a redirect to the notice, or with its page and the refusals.
/// </summary>
public static class NoticeForms
{
    public const string List = "/desk/notices";

    /// <summary>Query of the list.</summary>
    public const string Filter = "filter";

    public const string Show = "/desk/notices/{number}";

    /// <summary>GET: which laws meet on the notice.</summary>
    public const string Competing = "/desk/notices/{number}/competing";

    public const string Act = "/desk/notices/{number}/{act}";

    public const string Version = "version";

    /// <summary>Fields: <see cref="GoodFaith"/> = <c>yes</c>, <see cref="StatementVersion"/>.</summary>
    public const string Sign = "sign";

    /// <summary>Sends the letter by e-mail; no fields.</summary>
    public const string Send = "send";

    /// <summary>A person sent it through a form of the addressee. Field: <see cref="Proof"/>.</summary>
    public const string MarkSent = "mark-sent";

    /// <summary>Field: <see cref="Reference"/>.</summary>
    public const string Receipt = "receipt";

    /// <summary>Fields: <see cref="Outcome"/>, <see cref="Words"/>.</summary>
    public const string Answer = "answer";

    /// <summary>Field: <see cref="Reasons"/>.</summary>
    public const string Withdraw = "withdraw";

    /// <summary>The addressee was told of the withdrawal. Field: <see cref="Proof"/>.</summary>
    public const string Correct = "correct";

    /// <summary>A mail of which nothing was heard. Fields: <see cref="WasSent"/> = <c>yes</c> or <c>no</c>, <see cref="Proof"/>.</summary>
    public const string Settle = "settle";

    public const string WasSent = "was-sent";

    public const string GoodFaith = "good-faith";

    public const string StatementVersion = "statement";

    public const string Proof = "proof";

    public const string Reference = "reference";

    /// <summary>An <see cref="Tarazy.Records.Notices.AnswerOutcome"/> by its name in kebab case.</summary>
    public const string Outcome = "outcome";

    public const string Words = "words";

    public const string Reasons = "reasons";

    public static string To(string number, string? act = null) =>
        $"{List}/{Uri.EscapeDataString(number)}{(act is null ? "" : "/" + act)}";
}
