using Tarazy.Server.Accounts;

namespace Tarazy.Server.Workbench;

/// <summary>What the person before a page may do. It only leaves out forms that would be refused: the endpoints ask for themselves.</summary>
internal static class WhoLooks
{
    public static bool MayDecide(this HttpContext? http) => http?.User.IsInRole(Roles.Reviewer) == true;

    public static bool MayReadSecond(this HttpContext? http) => http.MayDecide() || http?.User.IsInRole(Roles.SecondReader) == true;
}
