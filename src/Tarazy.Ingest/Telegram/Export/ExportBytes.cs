using System.Buffers;

namespace Tarazy.Ingest.Telegram.Export;

/// <summary>The unread bytes of a file in one buffer that is filled again and again; it grows for a long message only.</summary>
internal sealed class ExportBytes(Stream stream, ExportOptions options) : IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(options.BufferBytes);
    private int _size = options.BufferBytes;
    private int _start;
    private int _end;
    private long _offset;

    /// <summary>Place in the file of the first unread byte.</summary>
    public long Position => _offset + _start;

    /// <summary>Bytes of the file behind <see cref="Position"/>; null where nobody knows how long it is.</summary>
    public long? Left => stream.CanSeek ? Math.Max(0, stream.Length - Position) : null;

    public ReadOnlySpan<byte> Unread => _buffer.AsSpan(_start, _end - _start);

    public void Advance(int bytes) => _start += bytes;

    /// <summary>Brings more bytes behind the unread ones.</summary>
    /// <returns>False at the end of the file.</returns>
    public async ValueTask<bool> FillAsync(CancellationToken cancel)
    {
        MakeRoom();
        var read = await ReadAsync(_buffer.AsMemory(_end, _size - _end), cancel);
        _end += read;
        if (_offset + _end > options.MostBytes)
        {
            throw new BrokenExportException("large-file", "the file is larger than the limit", _offset + _end);
        }

        return read > 0;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _size = _start = _end = 0;
    }

    private ValueTask<int> ReadAsync(Memory<byte> into, CancellationToken cancel)
    {
        if (stream is not FileStream { CanSeek: true } file)
        {
            return stream.ReadAsync(into, cancel);
        }

        // Linux has no waiting for files: the runtime would hand each read to another thread and spin until it is back, which costs
        // more than the read. An import walks an export beside everything else that it does.
        cancel.ThrowIfCancellationRequested();
        return ValueTask.FromResult(file.Read(into.Span));
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            Unread.CopyTo(_buffer);
            _offset += _start;
            _end -= _start;
            _start = 0;
        }

        if (_end == _size)
        {
            _size *= 2;
            var larger = ArrayPool<byte>.Shared.Rent(_size);
            Unread.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
    }
}
