using System.Globalization;
using System.Security.Claims;
using Tarazy.Demand.Answers;
using Tarazy.Demand.Demands;
using Tarazy.Demand.Shelf;
using Tarazy.Policy.Law;
using Tarazy.Records.Outcomes;
using Tarazy.Server.Accounts;

namespace Tarazy.Server.Workbench.Demands;

/// <summary>Puts one demand together: letter, checks, acts that are open to this person, entries, history.</summary>
internal sealed class BuildDemand(DemandShelf shelf, IDemandReceipts receipts, Packs law, TimeProvider clock)
{
    public async Task<DemandPageView?> ForAsync(
        string number, ClaimsPrincipal user, DemandTyped? typed, string? act, IReadOnlyList<Refusal>? refusals, CancellationToken cancel)
    {
        if (await shelf.FindByNumberAsync(number, cancel) is not { } id)
        {
            return null;
        }

        var history = await shelf.HistoryAsync(id, cancel);
        var state = DemandState.Fold(history)!;
        var logged = await EntryAsync(state.ReceivedSeq, cancel);
        var answer = state.Answer is null ? null : await EntryAsync(state.AnsweredSeq, cancel);
        return new DemandPageView(
            state, logged, answer, Clauses(state.Letter.Issuer.Jurisdiction), history, May(state, user, logged, answer), typed ?? DemandTyped.Nothing, act, refusals);
    }

    /// <param name="jurisdiction">Of one pack; of all when null.</param>
    public IReadOnlyList<DemandClauseView> Clauses(string? jurisdiction)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        return
        [
            .. law.All.Where(p => jurisdiction is null || p.Jurisdiction == jurisdiction)
                .SelectMany(p => p.Clauses).Select(c => new DemandClauseView(c.Ref, c.Title.In(language), language)),
        ];
    }

    private HashSet<string> May(DemandState state, ClaimsPrincipal user, long? logged, long? answerLogged)
    {
        var may = new HashSet<string>(StringComparer.Ordinal);
        var me = user.Reviewer();
        void When(bool open, params ReadOnlySpan<string> acts)
        {
            foreach (var act in acts)
            {
                if (open)
                {
                    may.Add(act);
                }
            }
        }

        var reads = user.IsInRole(Roles.Reviewer) || user.IsInRole(Roles.SecondReader);
        if (user.IsInRole(Roles.Reviewer))
        {
            var open = state.Status == DemandStatus.Open;
            When(open, DemandForms.Verify, DemandForms.AskBack, DemandForms.Narrow, DemandForms.Basis);
            When(open && state.Scope.Addresses.Count > 0, DemandForms.Link);
            When(open && logged is not null, DemandForms.Answer);
            When(state.Status == DemandStatus.Answered && answerLogged is not null, DemandForms.Give);
            When(state is { Answer: not null, Objection: null } && state.Status != DemandStatus.Withdrawn, DemandForms.Object);
            When(state.Status != DemandStatus.Withdrawn, DemandForms.Withdraw);
        }

        When(state.Proposed is { } proposed && proposed.By != me && reads, DemandForms.Read);
        When(
            state.SealWaits(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)) && state.Received.By != me && reads, DemandForms.ReadSeal);
        When(state.Objection is not null && state.Status != DemandStatus.Withdrawn && user.IsInRole(Roles.Ombudsperson) && !state.HadAPart.Contains(me), DemandForms.DecideObjection);
        return may;
    }

    private async Task<long?> EntryAsync(long seq, CancellationToken cancel) =>
        (await receipts.OfDemandAsync(seq, cancel))?.Entries is [var entry, ..] ? entry.Index : null;
}
