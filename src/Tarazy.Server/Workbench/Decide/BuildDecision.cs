using System.Globalization;
using Tarazy.Notice.Shelf;
using Tarazy.Policy.Clocks;
using Tarazy.Policy.Law;
using Tarazy.Policy.Rungs;
using Tarazy.Records.Cases;
using Tarazy.Records.Outcomes;
using Tarazy.Review.Cases;
using Tarazy.Review.SecondReading;
using Tarazy.Server.Web.Culture;

namespace Tarazy.Server.Workbench.Decide;

/// <summary>Puts the decision form together: which rungs the answers carry, which clauses stand, whom the desk may write to.</summary>
internal sealed class BuildDecision(Packs law, NoticeShelf notices, Hosting.DeskStandings standing, DeskDates dates, TimeProvider clock)
{
    public async Task<CaseFacts> FactsAsync(CaseState state, CancellationToken cancel) =>
        new(await notices.UpheldOfChannelAsync(state.Opened.Channel, cancel), standing.All);

    /// <summary>Null when nothing is left to decide on the case by anybody.</summary>
    public async Task<DecisionView?> ForAsync(
        CaseState state,
        ReviewerId reader,
        DecisionAnswers answers,
        IReadOnlyList<Refusal>? refusals,
        MovedOnView? movedOn,
        CancellationToken cancel)
    {
        if (state.Status is CaseStatus.Closed or CaseStatus.Agreed)
        {
            return null;
        }

        var second = state.Status == CaseStatus.AwaitingSecondReader;
        var today = dates.Today;
        var facts = await FactsAsync(state, cancel);
        var packs = law.All;
        return new DecisionView(
            state.Opened.Number,
            state.Version,
            second,
            today,
            second ? Plain() : Rungs(state, answers, facts),
            [.. packs.SelectMany(p => p.ClausesInForce(TodayOf(p, today)).Where(c => c.Covers(state.Harm)).Select(Clause))],
            [.. packs.SelectMany(p => p.AddresseesInService(TodayOf(p, today))
                .Where(a => a.Measures.Count > 0 && a.Address is not null && a.Takes(p.Jurisdiction, standing.All))
                .Select(a => new AddresseeView(a.Id, a.Name.In(Language)))).DistinctBy(a => a.Id)],
            [.. packs.Where(p => p.Allows).SelectMany(p => p.Territories).Distinct()],
            answers,
            packs.Any(p => p.FindHarm(state.Harm)?.Incitement == true),
            refusals,
            movedOn,
            Closed(state, reader));
    }

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private DateOnly TodayOf(Pack pack, DateOnly otherwise) => Deadlines.Today(pack.Calendar, clock.GetUtcNow()).Value?.Day ?? otherwise;

    private Refusal? Closed(CaseState state, ReviewerId reader)
    {
        var now = clock.GetUtcNow();
        if (state.ClaimAt(now) is { } claim && claim.By != reader)
        {
            return new ClaimedByAnother(claim.By, claim.Until);
        }

        return state.WaitsForOthersThan(reader) ? new SameReader(reader)
            : state.Status == CaseStatus.AwaitingSecondReader && state.Decided!.UndoUntil > now ? new StillUndoable(state.Decided.UndoUntil)
            : null;
    }

    /// <summary>A second reader chooses freely; the first answer must not show through what is carried.</summary>
    private static List<RungView> Plain() => [.. Enum.GetValues<Measure>().Select(m => new RungView(m))];

    private List<RungView> Rungs(CaseState state, DecisionAnswers answers, CaseFacts facts)
    {
        var decision = answers.ToDecision(state.Harm) ?? Blank(state, answers);
        var pack = decision.Clause is { } clause ? law.Find(clause.Jurisdiction) : null;
        var carried = Policy.Rungs.Ladder.Carried(decision, law, pack is null ? dates.Today : TodayOf(pack, dates.Today), facts);
        var asked = decision.Clause is not null || answers[DecisionForm.Reasons].Length > 0;
        return
        [
            .. carried.Select(rung => new RungView(
                rung.Measure,
                asked && rung.Measure.Restricts() ? rung.Breaks : null,
                rung.Refusals.Any(r => r is TooFewUpheldNotices or MeasureNotNamed))),
        ];
    }

    private static Decision Blank(CaseState state, DecisionAnswers answers) => new(
        Measure.LeaveAlone, state.Harm, answers[DecisionForm.Reasons], ClauseRef.Parse(answers[DecisionForm.Clause]));

    private static ClauseView Clause(Clause clause) => new(
        clause.Ref,
        clause.Ref.Jurisdiction,
        clause.Title.In(Language),
        Language,
        clause.InForce.From ?? default,
        clause.Provenance.Source,
        null,
        clause.Provenance.Confidence.ToString().ToLowerInvariant(),
        clause.Measures);
}
