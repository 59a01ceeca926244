namespace Tarazy.Server.Commands.Evaluate.Scores;

/// <summary>Macro-F1 of sets of labels.</summary>
/// <param name="none">The class that stands for an empty set, or null when empty sets count for nothing.</param>
internal sealed class LabelScores(string? none = null)
{
    private readonly Dictionary<string, (int Both, int Said, int True)> _labels = new(StringComparer.Ordinal);

    /// <summary>Mean over the labels that the answers have.</summary>
    public double MacroF1 => Labels.Select(F1).DefaultIfEmpty().Average();

    public IEnumerable<string> Labels => _labels.Where(pair => pair.Value.True > 0).Select(pair => pair.Key).Order(StringComparer.Ordinal);

    public void Add(IReadOnlyCollection<string> gold, IReadOnlyCollection<string> said)
    {
        IEnumerable<string> truth = gold.Count == 0 && none is not null ? [none] : gold;
        IEnumerable<string> predicted = said.Count == 0 && none is not null ? [none] : said;
        foreach (var label in truth.Union(predicted, StringComparer.Ordinal))
        {
            var inTruth = truth.Contains(label, StringComparer.Ordinal);
            var inSaid = predicted.Contains(label, StringComparer.Ordinal);
            var (both, all, real) = _labels.GetValueOrDefault(label);
            _labels[label] = (both + (inTruth && inSaid ? 1 : 0), all + (inSaid ? 1 : 0), real + (inTruth ? 1 : 0));
        }
    }

    public double F1(string label)
    {
        var (both, said, truth) = _labels.GetValueOrDefault(label);
        return said + truth == 0 ? 0 : 2.0 * both / (said + truth);
    }
}
