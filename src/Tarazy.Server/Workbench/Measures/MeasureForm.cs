namespace Tarazy.Server.Workbench.Measures;

/// <summary>How an admin keeps the register of state measures. The fields of a record are posted under the names of its file.</summary>
public static class MeasureForm
{
    /// <summary>GET the list.</summary>
    public const string List = "/desk/measures";

    /// <summary>GET the empty form; POST it with <see cref="Act"/>.</summary>
    public const string Add = "/desk/measures/add";

    /// <summary>GET the form of one record; POST it with <see cref="Act"/> and <see cref="Version"/>.</summary>
    public const string Edit = "/desk/measures/{id}";

    /// <summary>POST with <see cref="Version"/> and <see cref="Reason"/>.</summary>
    public const string Withdraw = "/desk/measures/{id}/withdraw";

    /// <summary>POST with <see cref="Version"/> and <see cref="Reason"/>: the shipped record differs, and the desk's stays.</summary>
    public const string Keep = "/desk/measures/{id}/keep";

    public const string Version = "version";
    public const string Reason = "reason";

    /// <summary>Which button: <see cref="Preview"/> saves nothing.</summary>
    public const string Act = "act";
    public const string Preview = "preview";
    public const string Save = "save";

    public const int LongestReason = 500;
    public const int LongestText = 4_000;

    public static string To(string route, string id) => route.Replace("{id}", Uri.EscapeDataString(id), StringComparison.Ordinal);
}
