namespace Tarazy.Server.Commands.Evaluate.Scores;

/// <summary>Precision, recall and F1 over the characters that are marked.</summary>
internal sealed class SpanScores
{
    private long _both;
    private long _said;
    private long _truth;

    public double Precision => (double)_both / Math.Max(1, _said);

    public double Recall => (double)_both / Math.Max(1, _truth);

    public double F1 => _said + _truth == 0 ? 0 : 2.0 * _both / (_said + _truth);

    /// <summary>Spans are half-open; where they overlap a character counts once.</summary>
    public void Add(IEnumerable<(int Start, int End)> gold, IEnumerable<(int Start, int End)> said)
    {
        var truth = Marked(gold);
        var predicted = Marked(said);
        _truth += truth.Count;
        _said += predicted.Count;
        _both += predicted.Count(truth.Contains);
    }

    private static HashSet<int> Marked(IEnumerable<(int Start, int End)> spans) =>
        [.. spans.SelectMany(span => Enumerable.Range(span.Start, Math.Max(0, span.End - span.Start)))];
}
