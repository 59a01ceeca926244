using Tarazy.Policy.Loading;

namespace Tarazy.Policy.StateMeasures;

/// <summary>The records that loaded without a fault, the newest first.</summary>
public sealed class StateMeasureRegister(IReadOnlyList<StateMeasure> all)
{
    public static StateMeasureRegister None { get; } = new([]);

    public IReadOnlyList<StateMeasure> All { get; } =
        [.. all.OrderByDescending(measure => measure.Date.First).ThenBy(measure => measure.Id, StringComparer.Ordinal)];

    public StateMeasure? Find(string id) => All.FirstOrDefault(measure => measure.Id == id);

    /// <summary>Reads one file, or every file of a folder. A record with a fault is left out; the others stand.</summary>
    public static StateMeasuresLoad Load(string path, PackLimits? limits = null) => LoadStateMeasures.From(path, limits ?? new PackLimits());
}

/// <summary>What was read, and everything that is wrong with the rest.</summary>
public sealed record StateMeasuresLoad(StateMeasureRegister Register, IReadOnlyList<PackFault> Faults);
