using Tarazy.Policy.Law;
using Tarazy.Policy.Rungs;
using Tarazy.Records.Cases;
using Tarazy.Policy.StateMeasures;
using Tarazy.Server.Public.Law.Ages;
using Tarazy.Server.Public.Law.Measures;

namespace Tarazy.Server.Public.Law.Clauses;

/// <summary>The packs, the age rules and the state measures, each with how much of it there is.</summary>
public sealed record LawIndexView(IReadOnlyList<PackLine> Packs, int AgeRules, int Measures);

/// <param name="Top">The highest rung that any harm reaches today.</param>
public sealed record PackLine(Pack Pack, Measure Top);

/// <summary>A pack as it stands on a day.</summary>
/// <param name="Above">The pack whose clauses hold here too.</param>
/// <param name="Tests">What the ladder says to every test of the pack.</param>
/// <param name="Records">Addresses of the records that known facts name.</param>
public sealed record PackPageView(
    Pack Pack, Pack? Above, DateOnly On, IReadOnlyList<HarmReach> Reach, IReadOnlyList<TestAnswer> Tests, IReadOnlyDictionary<string, string> Records)
{
    public IReadOnlyList<TestAnswer> TestsOf(Clause clause) => [.. Tests.Where(t => t.Test.Decision.Clause == clause.Ref)];

    /// <summary>Tests that name no clause of this pack.</summary>
    public IReadOnlyList<TestAnswer> OtherTests => [.. Tests.Where(t => Pack.Clauses.All(clause => clause.Ref != t.Test.Decision.Clause))];
}

/// <summary>Puts the views together. Pure.</summary>
internal static class BuildPack
{
    public static LawIndexView Index(Packs law, LawDesk desk, StateMeasureRegister measures, DateOnly today) => new(
        [.. law.All.Select(pack => new PackLine(pack, Reach.Of(pack, law, today).Max(reach => reach.Top)))],
        desk.Ages.All.Count,
        measures.All.Count);

    public static PackPageView From(Pack pack, Packs law, LawDesk desk, StateMeasureRegister measures, DateOnly on) => new(
        pack,
        pack.PartOf is { } above ? law.Find(above) : null,
        on,
        Reach.Of(pack, law, on),
        HoldTests.Of(pack, law),
        pack.Known.Where(fact => fact.Record is not null).Select(fact => fact.Record!).Distinct()
            .Select(id => (Id: id, Address: AddressOf(id, desk, measures)))
            .Where(record => record.Address is not null)
            .ToDictionary(record => record.Id, record => record.Address!, StringComparer.Ordinal));

    private static string? AddressOf(string record, LawDesk desk, StateMeasureRegister measures) =>
        desk.Ages.Find(record) is not null ? AgeQuery.To(record)
        : measures.Find(record) is not null ? MeasureQuery.To(record)
        : null;
}
