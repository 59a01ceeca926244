using Tarazy.Server.Workbench.Cases;
using Tarazy.Server.Workbench.Decide;

namespace Tarazy.Server.Workbench.Desk;

/// <summary>Addresses inside the desk, with the saved filter kept.</summary>
internal static class DeskAddress
{
    public const string Desk = "/desk";

    public static string Queue(string filter) => filter is "all" or "" ? Desk : $"{Desk}?{CaseForms.Filter}={Uri.EscapeDataString(filter)}";

    /// <summary>The fragment opens the middle zone on a phone, where one zone is seen at a time.</summary>
    public static string Case(string number, string filter) => At(CaseForms.Show, number, filter) + "#case";

    /// <summary>To what the desk holds under a number or a link to a post.</summary>
    public static string Go(string to) => $"{CaseForms.Go}?{CaseForms.To}={Uri.EscapeDataString(to)}";

    /// <summary>Where a form posts to.</summary>
    public static string At(string route, string number, string filter = "all")
    {
        var path = DecisionForm.To(route, number);
        return filter is "all" or "" ? path : $"{path}?{CaseForms.Filter}={Uri.EscapeDataString(filter)}";
    }
}
