using Tarazy.Policy.Law;
using Tarazy.Policy.Rungs;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Tests.Review;

namespace Tarazy.Tests.Promises;

/// <summary>Every restriction that the shipped packs carry at all, each with all that it owes: the ground to take things away from.</summary>
internal static class CarriedDecisions
{
    public static readonly DateOnly Today = new(2026, 11, 23);

    public static IReadOnlyList<(Pack Pack, Decision Decision)> All { get; } =
        [.. WholeDesk.Law.All.SelectMany(p => Of(p).Where(d => Refusals(p, d, Today).Count == 0).Select(d => (p, d)))];

    /// <summary>A desk that is everything, before which the channel has enough upheld notices.</summary>
    public static CaseFacts Facts(Pack pack) => new(10, [.. Enum.GetValues<DeskRole>().Select(r => new DeskStanding(pack.Jurisdiction, r))]);

    public static IReadOnlyList<Tarazy.Records.Outcomes.Refusal> Refusals(Pack pack, Decision decision, DateOnly on) =>
        Ladder.Check(decision, WholeDesk.Law, on, Facts(pack));

    private static IEnumerable<Decision> Of(Pack pack) =>
        from clause in pack.Clauses
        from harm in clause.Harms
        from measure in clause.Measures
        from addressee in pack.Addressees
        select Of(pack, clause, harm, measure, addressee);

    private static Decision Of(Pack pack, Clause clause, HarmId harm, Measure measure, Addressee addressee)
    {
        var full = new RabatAnswer(4, "It is seen in the words and in what followed.");
        return new Decision(
            measure,
            harm,
            "It offers pay for joining fighting abroad and names a contact.",
            clause.Ref,
            Cases.Answers(),
            new RabatAnswers(full, full, full, full, full, full),
            Today.AddDays(30),
            Territory: pack.Territories[0],
            Addressee: addressee.Id,
            ChannelReasons: "The channel repeats the call every week under new names.");
    }
}
