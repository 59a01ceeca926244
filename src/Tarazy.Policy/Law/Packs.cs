using Tarazy.Policy.Loading;
using Tarazy.Records.Cases;

namespace Tarazy.Policy.Law;

/// <summary>The packs that loaded without a fault. A pack with a fault is not here, so nothing can rest on it.</summary>
public sealed class Packs(IReadOnlyList<Pack> all)
{
    public static Packs None { get; } = new([]);

    public IReadOnlyList<Pack> All { get; } = all;

    public Pack? Find(string jurisdiction) => All.FirstOrDefault(p => p.Jurisdiction == jurisdiction);

    public Clause? Find(ClauseRef clause) => Find(clause.Jurisdiction)?.FindClause(clause.Clause);

    /// <summary>The pack and the one above it, in which a decision of that place may find its clause.</summary>
    public IReadOnlyList<Pack> Layers(Pack pack) => pack.PartOf is { } above && Find(above) is { } found ? [pack, found] : [pack];

    /// <summary>Reads the folder of one pack; the pack above it, if it has one, is looked for beside it.</summary>
    public static PacksLoad LoadOne(string folder, PackLimits? limits = null) => LoadPacks.Only(folder, limits ?? new PackLimits());

    /// <summary>Reads every pack under a folder, one sub-folder each.</summary>
    public static PacksLoad Load(string folder, PackLimits? limits = null) => LoadPacks.From(folder, limits ?? new PackLimits());
}
