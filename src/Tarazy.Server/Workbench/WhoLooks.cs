using Tarazy.Server.Accounts;
using Tarazy.Server.Workbench.Demands;

namespace Tarazy.Server.Workbench;

/// <summary>What the person before a page may do. It only leaves out forms that would be refused: the endpoints ask for themselves.</summary>
internal static class WhoLooks
{
    public static bool MayDecide(this HttpContext? http) => http?.User.IsInRole(Roles.Reviewer) == true;

    public static bool MayReadSecond(this HttpContext? http) => http.MayDecide() || http?.User.IsInRole(Roles.SecondReader) == true;

    public static bool MayDecideAppeals(this HttpContext? http) => http?.User.IsInRole(Roles.Ombudsperson) == true;

    /// <param name="act">Of <see cref="DemandForms"/>.</param>
    public static bool MayDoWithDemand(this HttpContext? http, string act) => act switch
    {
        DemandForms.Read or DemandForms.ReadSeal => http.MayReadSecond(),
        DemandForms.DecideObjection => http.MayDecideAppeals(),
        _ => http.MayDecide(),
    };
}
