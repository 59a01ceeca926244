namespace Tarazy.Server.Commands.Evaluate.Scores;

/// <summary>Character error rate: edits between two texts, per character of the right one, without case and runs of blanks.</summary>
internal sealed class CharErrors
{
    private long _edits;
    private long _length;

    public double Rate => (double)_edits / Math.Max(1, _length);

    public void Add(string right, string said)
    {
        var (a, b) = (Plain(right), Plain(said));
        _length += a.Length;
        _edits += Distance(a, b);
    }

    /// <summary>In code points, lower case, blanks as one space.</summary>
    private static int[] Plain(string text) =>
        [.. string.Join(' ', text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).EnumerateRunes().Select(rune => rune.Value)];

    private static int Distance(int[] a, int[] b)
    {
        if (a.AsSpan().SequenceEqual(b))
        {
            return 0;
        }

        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                corner = above;
            }
        }

        return row[^1];
    }
}
