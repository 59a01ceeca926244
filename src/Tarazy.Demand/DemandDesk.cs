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
using Tarazy.Policy.Law;
using Tarazy.Records.Demands;
using Tarazy.Records.Outcomes;
using Tarazy.Storage.Events;

namespace Tarazy.Demand;

/// <summary>What can be done with a demand. Each method loads, lets the use case decide, and saves; every "no" is a refusal.</summary>
public sealed class DemandDesk
{
    private readonly EventTable<DemandEvent> _events;
    private readonly DemandActions _demands;
    private readonly AnswerDesk _answers;
    private readonly Packs _law;
    private readonly TimeProvider _clock;

    internal DemandDesk(EventTable<DemandEvent> events, DemandActions demands, AnswerDesk answers, Packs law, TimeProvider clock) =>
        (_events, _demands, _answers, _law, _clock) = (events, demands, answers, law, clock);

    public async Task<Outcome<DemandState>> ReceiveAsync(ReceiveDemand command, CancellationToken cancel)
    {
        // Handled once for its id: that follows from what is read, not from what is typed.
        var read = ReceiveDemandHandler.Handle(command, "", _law, _clock.GetUtcNow());
        if (!read.Ok)
        {
            return Outcome<DemandState>.Refused(read.Refusals);
        }

        var outcome = await _events.ActAsync(
            read.Value[0].Demand.Value,
            command.Reviewer.Value,
            async (db, history) => DemandState.Fold(history) is { } here
                ? new DemandAlreadyHere(here.Received.Number)
                : ReceiveDemandHandler.Handle(
                    command,
                    await YearNumber.NextAsync(db.Set<DemandRow>().Select(d => d.Number), 'D', _clock.GetUtcNow().Year, cancel),
                    _law,
                    _clock.GetUtcNow()),
            (db, whole) => DemandActions.ProjectAsync(db, DemandState.Fold(whole)!, cancel),
            cancel);
        return outcome.Ok ? DemandState.Fold(outcome.Value)! : Outcome<DemandState>.Refused(outcome.Refusals);
    }

    public Task<Outcome<DemandState>> ReadSealAsync(ReadSeal command, CancellationToken cancel) => _demands.ActAsync(
        command.Demand, command.Version, command.Reviewer.Value, (state, now) => ReadSealHandler.Handle(command, state, now), cancel);

    public Task<Outcome<DemandState>> VerifyAsync(VerifyIssuer command, CancellationToken cancel) => _demands.ActAsync(
        command.Demand, command.Version, command.Reviewer.Value, (state, now) => VerifyIssuerHandler.Handle(command, state, _law, now), cancel);

    public Task<Outcome<DemandState>> AskBackAsync(AskBack command, CancellationToken cancel) => _demands.ActAsync(
        command.Demand, command.Version, command.Reviewer.Value, (state, _) => VerifyIssuerHandler.Handle(command, state), cancel);

    public Task<Outcome<DemandState>> NarrowAsync(NarrowDemand command, CancellationToken cancel) => _demands.ActAsync(
        command.Demand, command.Version, command.Reviewer.Value, (state, _) => NarrowDemandHandler.Handle(command, state), cancel);

    public Task<Outcome<DemandState>> CheckBasisAsync(CheckBasis command, CancellationToken cancel) => _demands.ActAsync(
        command.Demand, command.Version, command.Reviewer.Value, (state, now) => CheckBasisHandler.Handle(command, state, _law, now), cancel);

    public Task<Outcome<DemandState>> LinkCaseAsync(LinkCase command, CancellationToken cancel) => _answers.LinkCaseAsync(command, cancel);

    public Task<Outcome<DemandState>> AnswerAsync(AnswerDemand command, CancellationToken cancel) => _answers.AnswerAsync(command, cancel);

    public Task<Outcome<DemandState>> ReadAnswerAsync(ReadAnswer command, CancellationToken cancel) => _answers.ReadAsync(command, cancel);

    public Task<Outcome<DemandState>> GiveAnswerAsync(GiveAnswer command, CancellationToken cancel) => _answers.GiveAsync(command, cancel);

    public Task<Outcome<DemandState>> WithdrawAsync(RecordWithdrawal command, CancellationToken cancel) => _demands.ActAsync(
        command.Demand, command.Version, command.Reviewer.Value, (state, _) => RecordWithdrawalHandler.Handle(command, state), cancel);

    public Task<Outcome<DemandState>> ObjectAsync(OpenObjection command, CancellationToken cancel) => _demands.ActAsync(
        command.Demand, command.Version, command.Reviewer.Value, (state, _) => DecideObjectionHandler.Handle(command, state), cancel);

    public Task<Outcome<DemandState>> DecideObjectionAsync(DecideObjection command, CancellationToken cancel) => _demands.ActAsync(
        command.Demand, command.Version, command.Reviewer.Value, (state, _) => DecideObjectionHandler.Handle(command, state), cancel);
}
