using Tarazy.Demand;
using Tarazy.Demand.Answers;
using Tarazy.Demand.Basis;
using Tarazy.Demand.Demands;
using Tarazy.Demand.Linking;
using Tarazy.Demand.Narrowing;
using Tarazy.Demand.Objections;
using Tarazy.Demand.Receiving;
using Tarazy.Demand.Sealing;
using Tarazy.Demand.Verifying;
using Tarazy.Demand.Withdrawals;
using Tarazy.Records.Cases;
using Tarazy.Records.Demands;
using Tarazy.Records.Outcomes;
using Tarazy.Server.Web.Culture;

namespace Tarazy.Server.Workbench.Demands;

/// <summary>Makes a request to the desk of what somebody typed; the forms and the invented sample come in by it.</summary>
internal sealed class TypedDemands(DemandDesk desk, DeskDates dates)
{
    public Task<Outcome<DemandState>> ReceiveAsync(DemandTyped typed, ReviewerId by, CancellationToken cancel) =>
        desk.ReceiveAsync(new ReceiveDemand(by, typed.Letter(dates, dates.Now), typed.Seal()), cancel);

    /// <returns>Null for an act that there is none of.</returns>
    public async Task<Outcome<DemandState>?> ActOrNullAsync(string act, DemandId id, DemandTyped typed, ReviewerId by, CancellationToken cancel) => act switch
    {
        DemandForms.Verify => await desk.VerifyAsync(Verification(id, typed, by), cancel),
        DemandForms.AskBack => await desk.AskBackAsync(new AskBack(id, typed.Version, by, typed[DemandForms.Words]), cancel),
        DemandForms.Narrow => await desk.NarrowAsync(new NarrowDemand(id, typed.Version, by, typed.Scope(), typed[DemandForms.Reason]), cancel),
        DemandForms.Basis => await desk.CheckBasisAsync(new CheckBasis(id, typed.Version, by, ClauseRef.Parse(typed[DemandForms.Clause])), cancel),
        DemandForms.Link => await desk.LinkCaseAsync(new LinkCase(id, typed.Version, by, typed[DemandForms.CaseNumber]), cancel),
        DemandForms.Answer => typed.Answer() is { } answer
            ? await desk.AnswerAsync(new AnswerDemand(id, typed.Version, by, answer), cancel)
            : new NoOutcomeChosen(),
        DemandForms.Read => await desk.ReadAnswerAsync(
            new ReadAnswer(id, typed.Version, by, typed[DemandForms.Agrees] == "yes", typed[DemandForms.Words]), cancel),
        DemandForms.ReadSeal => await desk.ReadSealAsync(
            new ReadSeal(id, typed.Version, by, typed[DemandForms.Agrees] == "yes", typed[DemandForms.Words]), cancel),
        DemandForms.Give => await desk.GiveAnswerAsync(new GiveAnswer(id, typed.Version, by, typed[DemandForms.Proof]), cancel),
        DemandForms.Withdraw => await desk.WithdrawAsync(new RecordWithdrawal(id, typed.Version, by, typed[DemandForms.Words]), cancel),
        DemandForms.Object => await desk.ObjectAsync(
            new OpenObjection(id, typed.Version, by, typed.Choice<ObjectionFrom>(DemandForms.From), typed[DemandForms.Words]), cancel),
        DemandForms.DecideObjection => await desk.DecideObjectionAsync(
            new DecideObjection(id, typed.Version, by, typed[DemandForms.Reversed] == "yes", typed[DemandForms.Reasons]), cancel),
        _ => (Outcome<DemandState>?)null,
    };

    private VerifyIssuer Verification(DemandId id, DemandTyped typed, ReviewerId by) => new(
        id,
        typed.Version,
        by,
        typed.Choice<IssuerCheck>(DemandForms.Check),
        typed[DemandForms.Noted],
        typed.Optional(DemandForms.MailHost),
        dates.Read(typed[DemandForms.CalledAt]),
        typed[DemandForms.FoundElsewhere] == "yes");
}
