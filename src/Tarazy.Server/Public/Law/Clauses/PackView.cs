using Tarazy.Policy.Law;
using Tarazy.Policy.Rungs;
using Tarazy.Records.Cases;
using Tarazy.Server.Public.Law.Ages;
using Tarazy.Server.Public.Law.Measures;

namespace Tarazy.Server.Public.Law.Clauses;

/// <summary>The packs, the age rules and the state measures, each with how much of it there is.</summary>
public sealed record LawIndexView(IReadOnlyList<PackLine> Packs, int AgeRules, int Measures);

/// <param name="Top">The highest rung that any harm reaches today.</param>
public sealed record PackLine(Pack Pack, Measure Top);

/// <summary>A pack as it stands on a day.</summary>
/// <param name="Above">The pack whose clauses hold here too.</param>
public sealed record PackPageView(Pack Pack, Pack? Above, DateOnly On, IReadOnlyList<HarmReach> Reach, IReadOnlyDictionary<string, string> Records)
{
    /// <summary>Tests that name no clause of this pack.</summary>
    public IReadOnlyList<PackTest> OtherTests => [.. Pack.Tests.Where(t => t.Decision.Clause is not { } clause || Pack.FindClause(clause.Clause) is null || clause.Jurisdiction != Pack.Jurisdiction)];
}

/// <summary>Puts the views together. Pure.</summary>
internal static class BuildPack
{
    public static LawIndexView Index(Packs law, LawDesk desk, DateOnly today) => new(
        [.. law.All.Select(pack => new PackLine(pack, Reach.Of(pack, law, today).Max(reach => reach.Top)))],
        desk.Ages.All.Count,
        desk.Measures.All.Count);

    public static PackPageView From(Pack pack, Packs law, LawDesk desk, DateOnly on) => new(
        pack,
        pack.PartOf is { } above ? law.Find(above) : null,
        on,
        Reach.Of(pack, law, on),
        pack.Known.Where(fact => fact.Record is not null).Select(fact => fact.Record!).Distinct()
            .Select(id => (Id: id, Address: AddressOf(id, desk)))
            .Where(record => record.Address is not null)
            .ToDictionary(record => record.Id, record => record.Address!, StringComparer.Ordinal));

    private static string? AddressOf(string record, LawDesk desk) =>
        desk.Ages.Find(record) is not null ? AgeQuery.To(record)
        : desk.Measures.Find(record) is not null ? MeasureQuery.To(record)
        : null;
}
