namespace Tarazy.Server.Public.Register;

/// <summary>The register's addresses and the names in its query.</summary>
public static class RegisterQuery
{
    /// <summary>GET.</summary>
    public const string Register = "/register";

    /// <summary>GET: one notice.</summary>
    public const string Notice = "/register/{number}";

    /// <summary>GET: the receipt of all its entries, as <c>docs/formats/receipt.md</c> has it.</summary>
    public const string Receipt = "/register/{number}/receipt.json";

    public const string Csv = "/register.csv";

    public const string Json = "/register.json";

    public const string Atom = "/register.atom";

    public const string Words = "q";

    public const string Harm = "harm";

    /// <summary>A jurisdiction, e.g. <c>kz</c>.</summary>
    public const string Law = "law";

    /// <summary>A key of <see cref="Outcomes"/>.</summary>
    public const string Outcome = "outcome";

    public const string Year = "year";

    /// <summary>First entry of the last notice of the page before.</summary>
    public const string After = "after";

    public static IReadOnlyList<string> Outcomes { get; } = ["waiting", "removed", "restricted", "labelled", "refused", "no-answer", "reversed", "sealed"];

    public static string To(string route, string number) => route.Replace("{number}", Uri.EscapeDataString(number), StringComparison.Ordinal);
}
