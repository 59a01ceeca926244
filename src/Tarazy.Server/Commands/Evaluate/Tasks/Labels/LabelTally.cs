using System.Globalization;
using Tarazy.Server.Commands.Evaluate.Scores;

namespace Tarazy.Server.Commands.Evaluate.Tasks.Labels;

/// <summary>Counts, label by label, what was said and what is true.</summary>
/// <param name="none">The class that stands for an empty set, or null.</param>
internal sealed class LabelTally(string task, string? none = null)
{
    private readonly LabelScores _scores = new(none);
    private readonly Dictionary<string, (int Both, int Said, int True)> _labels = new(StringComparer.Ordinal);

    public double MacroF1 => _scores.MacroF1;

    public void Add(IReadOnlyCollection<string> gold, IReadOnlyCollection<string> said)
    {
        _scores.Add(gold, said);
        foreach (var label in gold.Union(said, StringComparer.Ordinal))
        {
            var (both, all, real) = _labels.GetValueOrDefault(label);
            var (inGold, inSaid) = (gold.Contains(label, StringComparer.Ordinal), said.Contains(label, StringComparer.Ordinal));
            _labels[label] = (both + (inGold && inSaid ? 1 : 0), all + (inSaid ? 1 : 0), real + (inGold ? 1 : 0));
        }
    }

    /// <summary>One line a label: its F1, and what it is made of.</summary>
    public IEnumerable<ScoreLine> PerLabel(string where) =>
        _labels.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new ScoreLine(
            task,
            string.Create(
                CultureInfo.InvariantCulture,
                $"F1 {pair.Key}{where} ({pair.Value.True} rows; precision {(double)pair.Value.Both / Math.Max(1, pair.Value.Said):0.00}, recall {(double)pair.Value.Both / Math.Max(1, pair.Value.True):0.00})"),
            string.Empty,
            null,
            _scores.F1(pair.Key)));
}
