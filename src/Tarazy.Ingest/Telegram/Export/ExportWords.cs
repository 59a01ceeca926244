namespace Tarazy.Ingest.Telegram.Export;

/// <summary>UTF-8 written piece by piece into a buffer that grows to the longest message and is used again.</summary>
internal sealed class ExportWords(int size)
{
    /// <summary>Stands for U+0000, which is no part of any language and which PostgreSQL cannot keep.</summary>
    public const char NoCharacter = '\uFFFD';

    private byte[] _bytes = new byte[size];
    private int _length;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public void Clear() => _length = 0;

    public Span<byte> Room(int bytes)
    {
        if (_bytes.Length - _length < bytes)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, checked(_length + bytes)));
        }

        return _bytes.AsSpan(_length);
    }

    /// <summary>Takes over what was written into the room.</summary>
    /// <returns>Where it stands now.</returns>
    public (int Start, int Length) Take(int bytes)
    {
        var start = _length;
        _length += bytes;
        if (_bytes.AsSpan(start, bytes).Contains((byte)0))
        {
            ReplaceNul(start);
        }

        return (start, _length - start);
    }

    /// <summary><see cref="NoCharacter"/> takes three bytes for the one.</summary>
    private void ReplaceNul(int start)
    {
        var piece = _bytes.AsSpan(start, _length - start).ToArray();
        _length = start;
        Room(piece.Length * 3);
        foreach (var value in piece)
        {
            ReadOnlySpan<byte> written = value == 0 ? "\uFFFD"u8 : [value];
            written.CopyTo(_bytes.AsSpan(_length));
            _length += written.Length;
        }
    }
}
