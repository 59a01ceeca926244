namespace Tarazy.Server.Workbench.Appeals;

/// <summary>Where an appeal is decided and what the fields are called.</summary>
public static class AppealForm
{
    public const string List = "/desk/appeals";

    /// <summary>GET; the number is the notice's.</summary>
    public const string Show = "/desk/appeals/{number}";

    /// <summary>POST with the fields below.</summary>
    public const string Decide = "/desk/appeals/{number}/decide";

    public const string Version = "version";

    /// <summary><c>yes</c>: the desk was wrong; <c>no</c>: the notice stands.</summary>
    public const string Reversed = "reversed";

    public const string Reasons = "reasons";

    public static string To(string number) => $"{List}/{Uri.EscapeDataString(number)}";
}
