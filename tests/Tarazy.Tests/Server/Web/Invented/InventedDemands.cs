using Tarazy.Server.Workbench.Demands;
using Tarazy.Tests.Demand;

namespace Tarazy.Tests.Server.Web.Invented;

/// <summary>A demand on which every act is open, which no real one ever is.</summary>
internal static class InventedDemands
{
    private static readonly HashSet<string> Acts =
    [
        DemandForms.Verify, DemandForms.AskBack, DemandForms.Narrow, DemandForms.Basis, DemandForms.Link, DemandForms.Answer, DemandForms.Read, DemandForms.ReadSeal,
        DemandForms.Give, DemandForms.Withdraw, DemandForms.Object, DemandForms.DecideObjection,
    ];

    public static DemandPageView Open { get; } = new(Letters.State(Letters.Removal()), 7, null, [], [], Acts, DemandTyped.Nothing);
}
