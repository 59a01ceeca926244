using System.Buffers;

namespace Tarazy.Detect.Posts;

/// <summary>
/// Many short rows side by side in a few large arrays, which are all given back together. An array of its own for each of the rows of
/// a block would cost the collector more than making them costs.
/// </summary>
internal sealed class PooledPieces<T> : IDisposable
    where T : unmanaged
{
    private const int Piece = 1 << 16;

    private readonly List<T[]> _pieces = [];
    private int _used;

    /// <summary>Good until the pieces are given back.</summary>
    public ReadOnlyMemory<T> Keep(ReadOnlySpan<T> row)
    {
        if (row.IsEmpty)
        {
            return default;
        }

        if (_pieces.Count == 0 || _pieces[^1].Length - _used < row.Length)
        {
            _pieces.Add(ArrayPool<T>.Shared.Rent(Math.Max(Piece, row.Length)));
            _used = 0;
        }

        var kept = _pieces[^1].AsMemory(_used, row.Length);
        row.CopyTo(kept.Span);
        _used += row.Length;
        return kept;
    }

    public void Dispose()
    {
        foreach (var piece in _pieces)
        {
            // Cleared, so that whoever still reads in it finds nothing, and not perhaps what it was.
            ArrayPool<T>.Shared.Return(piece, clearArray: true);
        }

        _pieces.Clear();
    }
}
