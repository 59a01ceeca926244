using Tarazy.Policy.Law;
using Tarazy.Policy.Loading;

namespace Tarazy.Policy.Ages;

/// <summary>A country, a part of one, or the Union.</summary>
/// <param name="PartOf">The layer above, whose rules hold here too.</param>
/// <param name="Zones">IANA zones, the most populous first.</param>
public sealed record Jurisdiction(string Code, LocalText Name, string? PartOf, IReadOnlyList<string> Zones);

/// <summary>The places that are known by name and zone. A place that is not here simply has no layer above it.</summary>
public sealed class Jurisdictions(IReadOnlyList<Jurisdiction> all)
{
    private readonly Dictionary<string, Jurisdiction> _byCode = all.ToDictionary(place => place.Code, StringComparer.Ordinal);

    public IReadOnlyList<Jurisdiction> All { get; } = all;

    public Jurisdiction? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The place itself and every layer above it.</summary>
    public IReadOnlyList<string> Layers(string code)
    {
        var layers = new List<string> { code };
        while (_byCode.TryGetValue(layers[^1], out var place) && place.PartOf is { } above && !layers.Contains(above))
        {
            layers.Add(above);
        }

        return layers;
    }

    /// <summary>Reads <c>jurisdictions.yaml</c>.</summary>
    public static (Jurisdictions Places, IReadOnlyList<PackFault> Faults) Load(string file, PackLimits? limits = null) =>
        LoadJurisdictions.From(file, limits ?? new PackLimits());
}
