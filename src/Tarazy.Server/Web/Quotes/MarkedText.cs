using Tarazy.Records.Findings;

namespace Tarazy.Server.Web.Quotes;

/// <summary>Words of a post between two boundaries of evidence.</summary>
/// <param name="Marked">At least one span covers them.</param>
/// <param name="Restored">The plain spelling to stand above them, when the author's was disguised.</param>
/// <param name="Numbers">The spans that end here, by their number in the list of reasons.</param>
public sealed record MarkedPiece(string Text, bool Marked, string? Restored, IReadOnlyList<int> Numbers);

/// <summary>
/// Cuts a post into paragraphs and pieces so that its evidence can be marked. Spans may touch, nest or overlap; the author's
/// words come out whole and in order whatever the spans say.
/// </summary>
internal static class MarkedText
{
    /// <param name="evidence">Number 1 is the first; spans outside the text are cut to it.</param>
    public static IReadOnlyList<IReadOnlyList<MarkedPiece>> Paragraphs(string text, IReadOnlyList<Evidence> evidence)
    {
        var spans = Spans(text, evidence);
        var paragraphs = new List<IReadOnlyList<MarkedPiece>>();
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (!text.AsSpan(start, end - start).IsWhiteSpace())
            {
                paragraphs.Add(Pieces(text, start, end, spans));
            }

            start = end + 1;
        }

        return paragraphs;
    }

    private static List<MarkedPiece> Pieces(string text, int start, int end, List<Span> spans)
    {
        var here = spans.Where(s => s.Start < end && s.End > start).ToList();
        SortedSet<int> cuts = [start, end, .. here.SelectMany(s => new[] { Math.Max(s.Start, start), Math.Min(s.End, end) })];

        // A disguised word stays in one piece under its restored spelling: boundaries of other spans inside it are given up.
        var disguised = Apart(here.Where(s => s.Restored is not null && s.Start >= start && s.End <= end));
        cuts.RemoveWhere(c => disguised.Any(d => c > d.Start && c < d.End));
        return [.. cuts.Zip(cuts.Skip(1), (from, to) => Piece(text, from, to, here, disguised))];
    }

    private static MarkedPiece Piece(string text, int from, int to, List<Span> spans, List<Span> disguised) => new(
        text[from..to],
        spans.Any(s => s.Start < to && s.End > from),
        disguised.FirstOrDefault(d => d.Start == from && d.End == to)?.Restored,
        [.. spans.Where(s => s.End > from && s.End <= to).Select(s => s.Number)]);

    private static List<Span> Apart(IEnumerable<Span> spans)
    {
        var kept = new List<Span>();
        foreach (var span in spans.OrderBy(s => s.Start).ThenBy(s => s.End))
        {
            if (kept.Count == 0 || kept[^1].End <= span.Start)
            {
                kept.Add(span);
            }
        }

        return kept;
    }

    private static List<Span> Spans(string text, IReadOnlyList<Evidence> evidence)
    {
        var spans = new List<Span>();
        for (var i = 0; i < evidence.Count; i++)
        {
            var start = Whole(text, Math.Clamp(evidence[i].Start, 0, text.Length), -1);
            var end = Whole(text, Math.Clamp((long)evidence[i].Start + evidence[i].Length, start, text.Length), +1);
            if (end > start)
            {
                spans.Add(new Span(i + 1, start, end, evidence[i].Restored));
            }
        }

        return spans;
    }

    // Never between the two halves of a surrogate pair: half a letter cannot be shown.
    private static int Whole(string text, long at, int step)
    {
        var index = (int)at;
        return index > 0 && index < text.Length && char.IsLowSurrogate(text[index]) && char.IsHighSurrogate(text[index - 1]) ? index + step : index;
    }

    private sealed record Span(int Number, int Start, int End, string? Restored);
}
