namespace Tarazy.Server.Workbench.FactChecks;

/// <summary>The one act on a match: it is the same, or it is not.</summary>
public static class FactCheckForms
{
    /// <summary>GET: what was suggested and waits for a person.</summary>
    public const string List = "/desk/fact-checks";

    /// <summary>POST with the fields below; answers with a redirect to the case, or to the list when none is named.</summary>
    public const string Judge = "/desk/fact-checks/judge";

    public const string Match = "match";

    public const string Version = "version";

    /// <summary><c>yes</c> confirms, <c>no</c> says that it is not the same.</summary>
    public const string Same = "same";

    public const string Case = "case";
}
