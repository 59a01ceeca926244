using System.Runtime.InteropServices;

namespace Tarazy.Detect.Archive;

/// <summary>Appends blocks of posts to the last segment file and begins another when it is large enough.</summary>
internal sealed class SegmentWriter : IDisposable
{
    private const long SegmentBytes = 256L << 20;

    /// <summary>Bytes after which what was written is brought to the disk: a crash costs so much and is made up for from the posts.</summary>
    private const long SyncEvery = 4L << 20;

    private readonly string _folder;
    private int _number;
    private FileStream _file;
    private long _unsynced;
    private byte[] _buffer = new byte[256 * 1024];

    private SegmentWriter(string folder, int number, long end, long last)
    {
        _folder = folder;
        _number = number;
        _file = Begin(end);
        Last = last;
    }

    /// <summary>Number of the last post in the archive; 0 when it is empty.</summary>
    public long Last { get; private set; }

    /// <summary>Opens the segments behind their last whole block. What cannot be read is cut, with everything behind it.</summary>
    /// <param name="words">How many words are known: a block that needs more is not whole.</param>
    public static SegmentWriter Open(string folder, int words)
    {
        var files = SegmentFiles.All(folder);
        var last = 0L;
        for (var number = 0; number < files.Count; number++)
        {
            var end = 0L;

            // Only the last file can be torn by a crash; the others were brought to the disk before it was begun.
            foreach (var (at, block) in SegmentFiles.Blocks(files[number], sums: number == files.Count - 1))
            {
                if (block.Words > words || block.First <= last)
                {
                    break;
                }

                (end, last) = (at + ArchiveBlock.HeadBytes + block.Bytes, block.Last);
            }

            if (end < new FileInfo(files[number]).Length || number == files.Count - 1)
            {
                foreach (var behind in files.Skip(number + 1))
                {
                    File.Delete(behind);
                }

                return new SegmentWriter(folder, number, end, last);
            }
        }

        return new SegmentWriter(folder, 0, 0, 0);
    }

    /// <summary>Writes the posts as one block.</summary>
    /// <param name="before">Brings to the disk what the block rests on.</param>
    public void Append(IReadOnlyList<ArchivedPost> posts, int words, Action before)
    {
        var heads = posts.Count * PostHead.Bytes;
        var bytes = heads;
        foreach (var post in posts)
        {
            bytes += post.Units.Length < PostHead.TooMany ? post.Units.Length * sizeof(ushort) : 0;
        }

        var total = ArchiveBlock.HeadBytes + bytes;
        _buffer = _buffer.Length < total ? new byte[total * 2] : _buffer;
        var payload = _buffer.AsSpan(ArchiveBlock.HeadBytes, bytes);
        var first = posts[0].Seq;
        var at = heads;
        for (var i = 0; i < posts.Count; i++)
        {
            var head = PostHead.Of(posts[i], first);
            head.Write(payload[(i * PostHead.Bytes)..]);
            if (head.Units != PostHead.TooMany)
            {
                MemoryMarshal.AsBytes(posts[i].Units.Span).CopyTo(payload[at..]);
                at += head.Units * sizeof(ushort);
            }
        }

        new ArchiveBlock(bytes, posts.Count, ArchiveBlock.SumOf(payload), first, posts[^1].Seq, words).Write(_buffer);
        _file.Write(_buffer.AsSpan(0, total));
        Last = posts[^1].Seq;
        _unsynced += total;
        if (_unsynced >= SyncEvery)
        {
            before();
            Sync();
        }

        if (_file.Position >= SegmentBytes)
        {
            before();
            Sync();
            _file.Dispose();
            _number++;
            _file = Begin(0);
        }
    }

    public void Sync()
    {
        _file.Flush(flushToDisk: true);
        _unsynced = 0;
    }

    public void Dispose() => _file.Dispose();

    private FileStream Begin(long end)
    {
        var file = new FileStream(SegmentFiles.Path(_folder, _number), FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        file.SetLength(end);
        file.Position = end;
        return file;
    }
}
