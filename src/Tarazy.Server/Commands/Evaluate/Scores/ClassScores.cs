namespace Tarazy.Server.Commands.Evaluate.Scores;

/// <summary>Accuracy and F1 of one answer a row.</summary>
internal sealed class ClassScores
{
    private readonly Dictionary<string, (int Both, int Said, int True)> _classes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _gold = new(StringComparer.Ordinal);
    private int _rows;
    private int _right;

    public double Accuracy => _rows == 0 ? 0 : (double)_right / _rows;

    /// <summary>Mean F1 over the classes that the answers have; a class only ever predicted costs the others, as usual.</summary>
    public double MacroF1 => _gold.Count == 0 ? 0 : _gold.Average(F1);

    public IEnumerable<string> Classes => _gold.Order(StringComparer.Ordinal);

    public void Add(string gold, string said)
    {
        _rows++;
        _right += gold == said ? 1 : 0;
        _gold.Add(gold);
        var (both, predicted, truth) = _classes.GetValueOrDefault(gold);
        _classes[gold] = (both + (gold == said ? 1 : 0), predicted, truth + 1);
        (both, predicted, truth) = _classes.GetValueOrDefault(said);
        _classes[said] = (both, predicted + 1, truth);
    }

    public double F1(string name)
    {
        var (both, said, truth) = _classes.GetValueOrDefault(name);
        return said + truth == 0 ? 0 : 2.0 * both / (said + truth);
    }
}
