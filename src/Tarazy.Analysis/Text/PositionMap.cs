namespace Tarazy.Analysis.Text;

/// <summary>
/// Where each folded unit came from. Only the places where the distance between the two texts changes are kept,
/// so an ordinary post has one entry.
/// </summary>
internal sealed class PositionMap
{
    private int[] _folded = new int[64];
    private int[] _original = new int[64];
    private int _count;

    public void Clear() => _count = 0;

    /// <summary>The unit at <paramref name="folded"/> came from <paramref name="original"/>. Called in rising order of both.</summary>
    public void Add(int folded, int original)
    {
        if (_count == 0 ? folded == original : folded - _folded[_count - 1] == original - _original[_count - 1])
        {
            return;
        }

        if (_count == _folded.Length)
        {
            Array.Resize(ref _folded, _count * 2);
            Array.Resize(ref _original, _count * 2);
        }

        _folded[_count] = folded;
        _original[_count++] = original;
    }

    /// <summary>Adds units [from, to) of another map, which stand from <paramref name="folded"/> on here.</summary>
    public void Add(int folded, PositionMap other, int from, int to)
    {
        if (from >= to)
        {
            return;
        }

        Add(folded, other.Begin(from));
        var entry = other._folded.AsSpan(0, other._count).BinarySearch(from + 1);
        for (entry = entry < 0 ? ~entry : entry; entry < other._count && other._folded[entry] < to; entry++)
        {
            Add(folded + other._folded[entry] - from, other._original[entry]);
        }
    }

    /// <summary>Where the unit at <paramref name="folded"/> begins in the original.</summary>
    public int Begin(int folded)
    {
        var at = _folded.AsSpan(0, _count).BinarySearch(folded);
        at = at < 0 ? ~at - 1 : at;
        return at < 0 ? folded : _original[at] + (folded - _folded[at]);
    }

    /// <summary>The original units that <paramref name="length"/> folded units came from, with what was dropped between them.</summary>
    public (int Start, int Length) Span(int start, int length, int foldedLength, int originalLength)
    {
        if (length <= 0)
        {
            return (start < foldedLength ? Begin(start) : originalLength, 0);
        }

        var from = Begin(start);
        var end = start + length;
        // Several folded units may come from one: walk on until the original moves.
        while (end < foldedLength && Begin(end) <= from)
        {
            end++;
        }

        var to = end < foldedLength ? Begin(end) : originalLength;
        return (from, to - from);
    }
}
