using System.Buffers.Binary;
using System.Text;

namespace Tarazy.Detect.Archive;

/// <summary>The words of the vocabulary in the order of their numbers: blocks of hash, length and UTF-8.</summary>
internal sealed class VocabularyFile : IDisposable
{
    public const string Name = "words.dat";

    private readonly FileStream _file;
    private byte[] _buffer = new byte[64 * 1024];

    private VocabularyFile(FileStream file) => _file = file;

    /// <summary>Opens the file to write behind its last whole block; what lies behind that is cut.</summary>
    public static VocabularyFile Open(string folder, TokenVocabulary words)
    {
        var path = Path.Combine(folder, Name);
        var whole = 0L;
        foreach (var (end, entries) in File.Exists(path) ? Blocks(path) : [])
        {
            foreach (var (hash, _) in entries)
            {
                words.Restore(hash);
            }

            whole = end;
        }

        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        file.SetLength(whole);
        file.Position = whole;
        return new VocabularyFile(file);
    }

    /// <summary>Every word up to the first block that is not whole.</summary>
    public static IEnumerable<(ulong Hash, string Word)> Read(string folder) =>
        File.Exists(Path.Combine(folder, Name)) ? Blocks(Path.Combine(folder, Name)).SelectMany(block => block.Entries) : [];

    public void Append(IReadOnlyList<(ulong Hash, string Word)> words)
    {
        var length = ArchiveBlock.HeadBytes;
        foreach (var (hash, word) in words)
        {
            var most = length + sizeof(ulong) + 1 + Encoding.UTF8.GetMaxByteCount(word.Length);
            if (most > _buffer.Length)
            {
                Array.Resize(ref _buffer, most * 2);
            }

            BinaryPrimitives.WriteUInt64LittleEndian(_buffer.AsSpan(length), hash);
            var bytes = Encoding.UTF8.GetBytes(word, _buffer.AsSpan(length + sizeof(ulong) + 1));
            _buffer[length + sizeof(ulong)] = checked((byte)bytes);
            length += sizeof(ulong) + 1 + bytes;
        }

        var payload = _buffer.AsSpan(ArchiveBlock.HeadBytes..length);
        new ArchiveBlock(payload.Length, words.Count, ArchiveBlock.SumOf(payload), 0, 0, 0).Write(_buffer);
        _file.Write(_buffer.AsSpan(0, length));
    }

    public void Sync() => _file.Flush(flushToDisk: true);

    public void Dispose() => _file.Dispose();

    private static IEnumerable<(long End, List<(ulong Hash, string Word)> Entries)> Blocks(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1 << 20);
        var head = new byte[ArchiveBlock.HeadBytes];
        while (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && ArchiveBlock.Read(head) is { } block)
        {
            var payload = new byte[block.Bytes];
            if (file.ReadAtLeast(payload, payload.Length, throwOnEndOfStream: false) < payload.Length || ArchiveBlock.SumOf(payload) != block.Sum)
            {
                yield break;
            }

            yield return (file.Position, Entries(payload, block.Items));
        }
    }

    private static List<(ulong Hash, string Word)> Entries(byte[] payload, int count)
    {
        var entries = new List<(ulong Hash, string Word)>(count);
        var at = 0;
        for (var i = 0; i < count; i++)
        {
            var length = payload[at + sizeof(ulong)];
            entries.Add((BinaryPrimitives.ReadUInt64LittleEndian(payload.AsSpan(at)), Encoding.UTF8.GetString(payload, at + sizeof(ulong) + 1, length)));
            at += sizeof(ulong) + 1 + length;
        }

        return entries;
    }
}
