namespace Tarazy.Server.Workbench.People;

/// <summary>How the admin adds people. Each POST answers with the page, so that a link is shown once and stands in no address.</summary>
public static class PeopleForm
{
    /// <summary>GET the page; POST <see cref="Name"/>, <see cref="Language"/> and <see cref="Role"/> to add a person.</summary>
    public const string People = "/desk/people";

    /// <summary>POST: a new one-time link in the place of a lost one.</summary>
    public const string NewLink = "/desk/people/{alias}/link";

    /// <summary>POST: closes the account; POST again with <see cref="Again"/> = <c>yes</c> opens it.</summary>
    public const string Suspend = "/desk/people/{alias}/suspend";

    /// <summary>What colleagues call the person. It never leaves the accounts.</summary>
    public const string Name = "name";

    /// <summary>Repeated: languages the person reads.</summary>
    public const string Language = "language";

    /// <summary>Repeated: keys of <see cref="Roles"/>.</summary>
    public const string Role = "role";

    public const string Again = "again";

    public static IReadOnlyList<string> Roles { get; } = ["reviewer", "ombudsperson", "auditor", "admin"];

    public static string To(string route, string alias) => route.Replace("{alias}", Uri.EscapeDataString(alias), StringComparison.Ordinal);
}
