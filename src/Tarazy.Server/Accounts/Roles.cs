namespace Tarazy.Server.Accounts;

/// <summary>What a person may do here. One person may have several; four eyes are kept by who did what, not by role.</summary>
internal static class Roles
{
    /// <summary>Reads and decides cases, also as second reader; signs and sends notices.</summary>
    public const string Reviewer = "reviewer";

    /// <summary>Reads cases a second time and nothing else.</summary>
    public const string SecondReader = "second-reader";

    /// <summary>Decides appeals.</summary>
    public const string Ombudsperson = "ombudsperson";

    /// <summary>Sees everything that is not secret, changes nothing.</summary>
    public const string Auditor = "auditor";

    /// <summary>Invites people, imports, sees the state of the desk.</summary>
    public const string Admin = "admin";

    public static readonly IReadOnlyList<string> All = [Reviewer, SecondReader, Ombudsperson, Auditor, Admin];
}
