namespace Tarazy.Detect.Stories;

/// <summary>What changed between two copies of a story, word by word.</summary>
public static class TextDiff
{
    /// <summary>Above this many pairs of words, what differs is shown as one whole: a longer table would cost more than it tells.</summary>
    private const int MostCells = 4_000_000;

    /// <summary>
    /// Same and added parts, read together, are exactly <paramref name="after"/>; same and removed parts are <paramref name="before"/>
    /// but for the white space between words.
    /// </summary>
    public static IReadOnlyList<DiffPart> Between(string before, string after)
    {
        var old = Words(before);
        var now = Words(after);
        var head = 0;
        while (head < old.Count && head < now.Count && old[head].Same(now[head]))
        {
            head++;
        }

        var tail = 0;
        while (tail < old.Count - head && tail < now.Count - head && old[^(tail + 1)].Same(now[^(tail + 1)]))
        {
            tail++;
        }

        var parts = new Parts();
        parts.Add(DiffKind.Same, now, 0, head);
        Middle(old[head..^tail], now[head..^tail], parts);
        parts.Add(DiffKind.Same, now, now.Count - tail, now.Count);
        return parts.Made;
    }

    private static void Middle(List<Word> old, List<Word> now, Parts parts)
    {
        if ((long)old.Count * now.Count > MostCells)
        {
            parts.Add(DiffKind.Removed, old, 0, old.Count);
            parts.Add(DiffKind.Added, now, 0, now.Count);
            return;
        }

        var longest = Longest(old, now);
        var (i, j) = (0, 0);
        while (i < old.Count || j < now.Count)
        {
            if (i < old.Count && j < now.Count && old[i].Same(now[j]))
            {
                parts.Add(DiffKind.Same, now, j, ++j);
                i++;
            }
            else if (j == now.Count || (i < old.Count && longest[i + 1, j] >= longest[i, j + 1]))
            {
                parts.Add(DiffKind.Removed, old, i, ++i);
            }
            else
            {
                parts.Add(DiffKind.Added, now, j, ++j);
            }
        }
    }

    /// <returns>At [i, j] the length of the longest common run of words of what follows i and j.</returns>
    private static int[,] Longest(List<Word> old, List<Word> now)
    {
        var longest = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = now.Count - 1; j >= 0; j--)
            {
                longest[i, j] = old[i].Same(now[j]) ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            }
        }

        return longest;
    }

    /// <summary>A word with the white space behind it; the first one also has what stands before it.</summary>
    private static List<Word> Words(string text)
    {
        var words = new List<Word>();
        var at = 0;
        while (at < text.Length)
        {
            var start = at;
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            var word = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            var end = at;
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            words.Add(new Word(text, start, word, end, at));
        }

        return words;
    }

    private readonly record struct Word(string Text, int Start, int First, int Last, int End)
    {
        public ReadOnlySpan<char> Whole => Text.AsSpan(Start, End - Start);

        public bool Same(Word other) =>
            Text.AsSpan(First, Last - First).SequenceEqual(other.Text.AsSpan(other.First, other.Last - other.First));
    }

    private sealed class Parts
    {
        public List<DiffPart> Made { get; } = [];

        public void Add(DiffKind kind, List<Word> words, int from, int to)
        {
            if (from == to)
            {
                return;
            }

            var text = string.Concat(words[from..to].Select(w => w.Whole.ToString()));
            if (kind == DiffKind.Removed && Made is [.., { Text: [.., var end] }] && !char.IsWhiteSpace(end) && !char.IsWhiteSpace(text[0]))
            {
                text = " " + text; // the word before was the last of the new text and has no space behind it
            }

            if (Made.Count > 0 && Made[^1].Kind == kind)
            {
                Made[^1] = Made[^1] with { Text = Made[^1].Text + text };
            }
            else
            {
                Made.Add(new DiffPart(kind, text));
            }
        }
    }
}

/// <summary>Words that stayed, came or went, with the white space behind them.</summary>
public sealed record DiffPart(DiffKind Kind, string Text);

public enum DiffKind
{
    Same,
    Added,
    Removed,
}
