using Tarazy.Analysis.Rules.Slots;
using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Rules.Matching;

/// <summary>The signals of one post, each looked for once and only when a rule lacks nothing else.</summary>
internal sealed class SignalHits
{
    private const int MostSpans = 64;

    private readonly SlotSpan[] _spans = new SlotSpan[MostSpans];
    private readonly Dictionary<ISlot, List<SlotHit>> _known = [];
    private readonly HashSet<ISlot> _looked = [];

    /// <summary>The hits of one signal, with rule and slot still open.</summary>
    public List<SlotHit> Of(ISlot signal, FoldedText text)
    {
        if (!_known.TryGetValue(signal, out var hits))
        {
            _known[signal] = hits = [];
        }

        if (_looked.Add(signal))
        {
            hits.Clear();
            var count = signal.Find(text, _spans);
            foreach (var span in _spans.AsSpan(0, count))
            {
                var (first, last) = Words(text.Tokens, span);
                hits.Add(new SlotHit(-1, -1, first, last, span));
            }
        }

        return hits;
    }

    public void Clear() => _looked.Clear();

    private static (int First, int Last) Words(ReadOnlySpan<Token> tokens, SlotSpan span)
    {
        var first = 0;
        while (first < tokens.Length - 1 && tokens[first].Start + tokens[first].Length <= span.Start)
        {
            first++;
        }

        var last = first;
        while (last + 1 < tokens.Length && tokens[last + 1].Start < span.End)
        {
            last++;
        }

        return (first, last);
    }
}
