namespace Tarazy.Server.Workbench.Cases;

/// <summary>Small acts on a case. Each posts <see cref="Version"/> and answers with a redirect to the case.</summary>
public static class CaseForms
{
    /// <summary>GET: the desk with this case; <see cref="Filter"/> may follow as a query.</summary>
    public const string Show = "/desk/cases/{number}";

    /// <summary>POST: takes the case for a while.</summary>
    public const string Claim = "/desk/cases/{number}/claim";

    /// <summary>POST: gives it back.</summary>
    public const string Release = "/desk/cases/{number}/release";

    /// <summary>POST: goes to the next case; recorded, and the case stays open.</summary>
    public const string Skip = "/desk/cases/{number}/skip";

    /// <summary>POST with <see cref="Words"/>: a note for colleagues; never published.</summary>
    public const string Note = "/desk/cases/{number}/note";

    /// <summary>POST with <see cref="Words"/>, the reason: a decided case goes back into the queue.</summary>
    public const string Reopen = "/desk/cases/{number}/reopen";

    /// <summary>GET with <see cref="To"/>: number of a case, notice or demand, or a link to a post.</summary>
    public const string Go = "/desk/go";

    public const string Version = "version";

    public const string Words = "words";

    public const string To = "to";

    /// <summary>Key of the saved filter to stay in.</summary>
    public const string Filter = "filter";
}
