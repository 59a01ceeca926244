using Tarazy.Demand.Demands;
using Tarazy.Demand.Linking;
using Tarazy.Policy.Law;
using Tarazy.Records.Outcomes;
using Tarazy.TransparencyLog.Receipts;

namespace Tarazy.Demand.Answers;

/// <summary>Looks up log and case for an answer, and lets the use case decide on them.</summary>
internal sealed class AnswerDesk(DemandActions demands, IDemandReceipts receipts, IDemandedCases cases, Packs law)
{
    private const string ReceivedType = "demand-received";
    private const string AnsweredType = "demand-answered";

    public Task<Outcome<DemandState>> LinkCaseAsync(LinkCase command, CancellationToken cancel) => demands.ActAsync(
        command.Demand,
        command.Version,
        command.Reviewer.Value,
        async (state, _) => LinkCaseHandler.Handle(command, state, await cases.FindAsync(command.CaseNumber.Trim(), cancel)),
        cancel);

    public Task<Outcome<DemandState>> AnswerAsync(AnswerDemand command, CancellationToken cancel) => demands.ActAsync(
        command.Demand,
        command.Version,
        command.Reviewer.Value,
        async (state, now) => AnswerDemandHandler.Handle(command, state, await FactsAsync(state, now, cancel)),
        cancel);

    public Task<Outcome<DemandState>> ReadAsync(ReadAnswer command, CancellationToken cancel) => demands.ActAsync(
        command.Demand,
        command.Version,
        command.Reviewer.Value,
        async (state, now) => AnswerDemandHandler.Handle(command, state, await FactsAsync(state, now, cancel)),
        cancel);

    public Task<Outcome<DemandState>> GiveAsync(GiveAnswer command, CancellationToken cancel) => demands.ActAsync(
        command.Demand,
        command.Version,
        command.Reviewer.Value,
        async (state, _) => GiveAnswerHandler.Handle(command, state, await EntryAsync(state, AnsweredType, state.AnsweredSeq, cancel)),
        cancel);

    private async Task<AnswerFacts> FactsAsync(DemandState state, DateTimeOffset now, CancellationToken cancel) => new(
        await EntryAsync(state, ReceivedType, state.ReceivedSeq, cancel),
        state.Case is { } linked ? await cases.FindAsync(linked.Case, cancel) : null,
        law,
        now);

    private async Task<EntryProof> EntryAsync(DemandState state, string type, long seq, CancellationToken cancel) =>
        EntryProof.Of(await receipts.OfDemandAsync(seq, cancel), receipts.LogKey, type, state.Received.Number, seq);
}
