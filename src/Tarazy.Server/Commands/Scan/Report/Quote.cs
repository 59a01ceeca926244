using Tarazy.Records.Findings;

namespace Tarazy.Server.Commands.Scan.Report;

/// <summary>
/// A post as it is quoted: its own words, the evidence in it numbered, and an ellipsis where words without evidence were left out.
/// </summary>
internal static class Quote
{
    private const int WholeUpTo = 600;
    private const int Around = 160;

    public static IReadOnlyList<QuotePart> Of(string text, IReadOnlyList<Evidence> evidence)
    {
        var spans = Spans(text, evidence);
        var parts = new List<QuotePart>();
        var windows = Windows(text, spans);
        foreach (var (from, to) in windows)
        {
            if (from > 0)
            {
                parts.Add(new QuotePart(parts.Count == 0 ? "… " : " … ", [], null));
            }

            Cut(text, from, to, spans, parts);
        }

        if (windows[^1].To < text.Length)
        {
            parts.Add(new QuotePart(" …", [], null));
        }

        return parts;
    }

    private static List<Span> Spans(string text, IReadOnlyList<Evidence> evidence)
    {
        var spans = new List<Span>();
        for (var i = 0; i < evidence.Count; i++)
        {
            var from = Math.Clamp(evidence[i].Start, 0, text.Length);
            var to = Math.Clamp((long)evidence[i].Start + evidence[i].Length, from, text.Length);
            if (to > from)
            {
                spans.Add(new Span(from, (int)to, i + 1, evidence[i].Restored));
            }
        }

        return spans;
    }

    /// <summary>Writes the words from one place to another, cut wherever an evidence begins or ends.</summary>
    private static void Cut(string text, int from, int to, List<Span> spans, List<QuotePart> into)
    {
        var edges = new SortedSet<int> { from, to };
        foreach (var span in spans)
        {
            edges.UnionWith(new[] { span.From, span.To }.Where(e => e > from && e < to));
        }

        var last = from;
        foreach (var edge in edges.Skip(1))
        {
            var covering = spans.Where(s => s.From <= last && s.To >= edge).ToList();

            // The number stands once, at the last piece of its evidence.
            var numbers = covering.Where(s => s.To == edge).Select(s => s.Number).ToList();
            var restored = covering is [var only] && only.From == last && only.To == edge ? only.Restored : null;
            into.Add(new QuotePart(text[last..edge], numbers, restored, covering.Count > 0));
            last = edge;
        }
    }

    private static List<(int From, int To)> Windows(string text, List<Span> spans)
    {
        if (text.Length <= WholeUpTo)
        {
            return [(0, text.Length)];
        }

        var wanted = spans.Select(s => (From: Word(text, s.From - Around, -1), To: Word(text, s.To + Around, 1))).Order().ToList();
        wanted.Insert(0, (0, Word(text, wanted.Count == 0 ? WholeUpTo : Around, 1)));
        var windows = new List<(int From, int To)>();
        foreach (var (from, to) in wanted)
        {
            if (windows.Count > 0 && from <= windows[^1].To + 1)
            {
                windows[^1] = (windows[^1].From, Math.Max(windows[^1].To, to));
            }
            else
            {
                windows.Add((from, to));
            }
        }

        return windows;
    }

    /// <summary>The nearest place between two words, looking one way and not for ever.</summary>
    private static int Word(string text, int at, int way)
    {
        at = Math.Clamp(at, 0, text.Length);
        for (var step = 0; step < Around && at > 0 && at < text.Length && !char.IsWhiteSpace(text[at]); step++)
        {
            at += way;
        }

        // Never between the halves of a surrogate pair.
        return at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }

    private readonly record struct Span(int From, int To, int Number, string? Restored);
}

/// <param name="Numbers">Of the evidence that ends with this part.</param>
/// <param name="Restored">The plain spelling, when the author's was disguised.</param>
public sealed record QuotePart(string Text, IReadOnlyList<int> Numbers, string? Restored, bool Marked = false);
