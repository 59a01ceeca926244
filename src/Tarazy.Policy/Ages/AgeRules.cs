using Tarazy.Policy.Law;
using Tarazy.Policy.Loading;

namespace Tarazy.Policy.Ages;

/// <summary>The age rules that loaded without a fault.</summary>
public sealed class AgeRules(IReadOnlyList<AgeRule> all)
{
    public static AgeRules None { get; } = new([]);

    public IReadOnlyList<AgeRule> All { get; } = all;

    public AgeRule? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);

    /// <summary>Reads one file, or every file of a folder. A rule with a fault is left out; the others stand.</summary>
    public static AgeRulesLoad Load(string path, PackLimits? limits = null) => LoadAges.From(path, limits ?? new PackLimits());

    /// <summary>What begins, is planned or ends after a day, the nearest first.</summary>
    public IReadOnlyList<AgeChange> ChangesAfter(DateOnly day, IReadOnlyCollection<string>? jurisdictions = null) =>
    [
        .. All.Where(rule => jurisdictions is null || jurisdictions.Contains(rule.Jurisdiction))
            .SelectMany(rule => Changes(rule, day))
            .OrderBy(change => change.On.First)
            .ThenBy(change => change.Rule.Id, StringComparer.Ordinal),
    ];

    private static IEnumerable<AgeChange> Changes(AgeRule rule, DateOnly day)
    {
        if (rule.EffectiveFrom is { } first && first > day)
        {
            yield return new AgeChange(rule, ChangeKind.Begins, Whole(first));
        }

        if (rule.EffectiveTo is { } end && end > day)
        {
            yield return new AgeChange(rule, ChangeKind.Ends, Whole(end));
        }

        if (rule.EffectiveFrom is null && rule.PlannedFrom is { } planned)
        {
            // A planned day that has passed without news is the most important thing to check.
            yield return new AgeChange(rule, planned.Last < day ? ChangeKind.PlannedAndPassed : ChangeKind.Planned, planned);
        }
    }

    private static PartialDate Whole(DateOnly day) =>
        PartialDate.TryParse(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), out var date) ? date : default;
}

/// <summary>What was read, and everything that is wrong with the rest.</summary>
public sealed record AgeRulesLoad(AgeRules Rules, IReadOnlyList<PackFault> Faults);

public sealed record AgeChange(AgeRule Rule, ChangeKind Kind, PartialDate On);

public enum ChangeKind
{
    Begins,
    Ends,
    Planned,

    /// <summary>The planned day is over and the record does not say what came of it.</summary>
    PlannedAndPassed,
}
