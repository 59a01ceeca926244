using Tarazy.Policy.Law;

namespace Tarazy.Policy.Compare;

/// <summary>
/// Says what changed between two states of a folder of packs, and whether a line was changed that had been in force. Such a line is
/// ended and the next one is added: that is what makes an old decision show the rule as it stood. Pure.
/// </summary>
public static class ComparePacks
{
    /// <param name="today">A line that began on this day or earlier has been in force.</param>
    public static IReadOnlyList<PackChange> Of(Packs before, Packs after, DateOnly today)
    {
        var changes = new List<PackChange>();
        foreach (var name in before.All.Concat(after.All).Select(p => p.Jurisdiction).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            List<PackChange> found = (before.Find(name), after.Find(name)) switch
            {
                (null, { } added) => [new(name, "", PackChangeKind.Added, $"The pack is new, version {added.Version}.")],
                ({ } gone, null) => [new(name, "", PackChangeKind.Removed, "The pack is gone, and old decisions lose what they rested on.", gone.Allows)],
                ({ } old, { } now) => OnePack(old, now, today),
                _ => [],
            };
            changes.AddRange(found);
        }

        return changes;
    }

    private static List<PackChange> OnePack(Pack old, Pack now, DateOnly today)
    {
        List<PackChange> changes =
        [
            .. CompareLines.Of(old.Jurisdiction, "clauses", Clauses(old), Clauses(now), today),
            .. CompareLines.Of(old.Jurisdiction, "addressees", Addressees(old), Addressees(now), today),
            .. CompareLines.Of(old.Jurisdiction, "clocks", Clocks(old), Clocks(now), today),
            .. CompareLines.Of(old.Jurisdiction, "ladder", Rungs(old), Rungs(now), today),
            .. CompareLines.Of(old.Jurisdiction, "harms", Harms(old), Harms(now), today),
            .. CompareLines.Of(old.Jurisdiction, "demands", Demands(old), Demands(now), today),
            .. CompareLines.Of(old.Jurisdiction, "issuers", Issuers(old), Issuers(now), today),
            .. CompareLines.Of(old.Jurisdiction, "tests", Tests(old), Tests(now), today),
        ];
        if (changes.Count > 0 && old.Version == now.Version)
        {
            changes.Add(new(old.Jurisdiction, "version", PackChangeKind.Changed, $"The version is still {now.Version}, and decisions name it: write a new one.", Forbidden: true));
        }

        return changes;
    }

    private static IEnumerable<PackLine> Clauses(Pack pack) => pack.Clauses.Select(c => new PackLine(
        c.Ref.Clause,
        [new("text", c.Text), new("harms", Said.All(c.Harms.Select(h => h.Value))), new("measures", Said.All(c.Measures.Select(Loading.Words.Of)))],
        [.. Said.Title(c.Title), .. Said.Known(c.Provenance)],
        c.InForce));

    private static IEnumerable<PackLine> Addressees(Pack pack) => pack.Addressees.Select(a => new PackLine(
        a.Id,
        [
            new("entity", a.Entity), new("route", Loading.Words.Of(a.Route)), new("address", a.Address), new("form", a.Form),
            new("may_use", Said.All(a.MayUse.Select(Loading.Words.Of))), new("measures", Said.All(a.Measures.Select(Loading.Words.Of))),
        ],
        [.. Said.Title(a.Name), .. Said.Known(a.Provenance)],
        a.InService));

    private static IEnumerable<PackLine> Clocks(Pack pack) => pack.Clocks.Select(c => new PackLine(
        c.Id,
        [
            new("law", c.Law), new("count", Said.Number(c.Count)), new("unit", Loading.Words.Of(c.Unit)), new("starts", Loading.Words.Of(c.Starts)),
            new("owed_by", Loading.Words.Of(c.OwedBy)), new("set_by", Loading.Words.Of(c.SetBy)), new("law_says", c.LawSays),
        ],
        [.. Said.Title(c.Says), .. Said.Known(c.Provenance)]));

    private static IEnumerable<PackLine> Rungs(Pack pack) => pack.Ladder.Select(r => new PackLine(
        Loading.Words.Of(r.Measure),
        [
            new("readers", Said.Number(r.Readers)), new("owed", Said.All(r.Owed.Select(Loading.Words.Of))),
            new("longest_days", r.LongestDays is { } days ? Said.Number(days) : null), new("upheld_notices", Said.Number(r.UpheldNotices)),
        ],
        []));

    private static IEnumerable<PackLine> Harms(Pack pack) => pack.Harms.Select(h => new PackLine(
        h.Id.Value, [new("incitement", h.Incitement ? "true" : "false")], [.. Said.Title(h.Name)]));

    // Neither has days: each answer keeps the clause and the day that it rested on.
    private static IEnumerable<PackLine> Demands(Pack pack) => pack.Demands.Select(d => new PackLine(
        Loading.Words.Of(d.Kind),
        [new("court_order", d.CourtOrderOwed ? "owed" : "not-owed"), new("clauses", Said.All(d.Clauses)), new("clock", d.Clock)],
        [.. Said.Known(d.Provenance)]));

    private static IEnumerable<PackLine> Issuers(Pack pack) => pack.Issuers.Select(i => new PackLine(
        i.Name.En, [new("hosts", Said.All(i.Hosts))], [.. Said.Title(i.Name), .. Said.Known(i.Provenance)]));

    private static IEnumerable<PackLine> Tests(Pack pack) => pack.Tests.Select(t => new PackLine(
        t.Id, [new("expect", t.Carried ? "carried" : "refused"), new("because", Said.All(t.Because))], [new("says", t.Says)]));
}
