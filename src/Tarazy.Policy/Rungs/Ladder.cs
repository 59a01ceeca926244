using Tarazy.Policy.Law;
using Tarazy.Records.Cases;
using Tarazy.Records.Outcomes;

namespace Tarazy.Policy.Rungs;

/// <summary>One rung as the decision form shows it: carried, or the first thing that breaks it.</summary>
public sealed record RungState(Measure Measure, IReadOnlyList<Refusal> Refusals)
{
    public bool Carried => Refusals.Count == 0;

    public Refusal? Breaks => Refusals.Count == 0 ? null : Refusals[0];
}

/// <summary>Which rung the answers carry. Pure: the same decision, packs, day and facts give the same answer.</summary>
public static class Ladder
{
    /// <summary>Everything that speaks against the decision; nothing when it is carried.</summary>
    /// <param name="on">The day of the decision where the jurisdiction is.</param>
    public static IReadOnlyList<Refusal> Check(Decision decision, Packs packs, DateOnly on, CaseFacts facts)
    {
        if (!Enum.IsDefined(decision.Measure))
        {
            return [new NoSuchRung((int)decision.Measure)];
        }

        var refusals = new List<Refusal>();
        if (decision.Measure > Measure.LeaveAlone && !Substance.In(decision.Reasons))
        {
            refusals.Add(new NoReasons());
        }

        var pack = decision.Clause is { } clause ? packs.Find(clause.Jurisdiction) : null;
        if (decision.Measure.Restricts())
        {
            refusals.AddRange(ClauseChecks.Of(decision, pack, on));
            refusals.AddRange(AnswerChecks.Of(decision));
            refusals.AddRange(pack is null ? Least(decision, on, facts) : Restriction(decision, pack, on, facts));
        }

        refusals.AddRange(DateChecks.Seal(decision, pack, on));
        return refusals;
    }

    /// <summary>Every rung with the same answers, so that the form can show which of them they carry.</summary>
    public static IReadOnlyList<RungState> Carried(Decision decision, Packs packs, DateOnly on, CaseFacts facts) =>
        [.. Enum.GetValues<Measure>().Select(m => new RungState(m, Check(decision with { Measure = m }, packs, on, facts)))];

    /// <summary>Why the police must not be asked for the sake of incitement; nothing when all six factors are met.</summary>
    public static IReadOnlyList<Refusal> CheckReferral(RabatAnswers? answers, RabatThresholds thresholds) =>
        RabatChecks.Referral(answers, thresholds);

    // Without a pack the decision has fallen already; what every pack would ask is still shown, so that it is asked once.
    private static IEnumerable<Refusal> Least(Decision decision, DateOnly on, CaseFacts facts)
    {
        var rung = Rung.Least(decision.Measure);
        return DateChecks.End(decision, rung, on)
            .Concat(string.IsNullOrWhiteSpace(decision.Addressee) ? [new NoAddressee()] : [])
            .Concat(rung.Owes(Owed.Territory) && string.IsNullOrWhiteSpace(decision.Territory) ? [new NoTerritory()] : [])
            .Concat(Channel(decision, rung, facts));
    }

    private static IEnumerable<Refusal> Restriction(Decision decision, Pack pack, DateOnly on, CaseFacts facts)
    {
        var rung = pack.RungOf(decision.Measure);
        return RabatChecks.Of(decision, pack)
            .Concat(DateChecks.End(decision, rung, on))
            .Concat(AddresseeChecks.Of(decision, pack, on, facts))
            .Concat(Territory(decision, pack, rung))
            .Concat(Channel(decision, rung, facts));
    }

    private static IEnumerable<Refusal> Territory(Decision decision, Pack pack, Rung rung)
    {
        if (string.IsNullOrWhiteSpace(decision.Territory))
        {
            if (rung.Owes(Owed.Territory))
            {
                yield return new NoTerritory();
            }
        }
        else if (!pack.Territories.Contains(decision.Territory))
        {
            yield return new TerritoryOutsidePack(decision.Territory, pack.Jurisdiction);
        }
    }

    private static IEnumerable<Refusal> Channel(Decision decision, Rung rung, CaseFacts facts)
    {
        if (facts.UpheldNoticesOfChannel < rung.UpheldNotices)
        {
            yield return new TooFewUpheldNotices(facts.UpheldNoticesOfChannel, rung.UpheldNotices);
        }

        if (rung.Owes(Owed.ChannelReasons)
            && (!Substance.In(decision.ChannelReasons) || Substance.Same(decision.ChannelReasons, decision.Reasons)))
        {
            yield return new NoChannelReasons();
        }
    }
}
