using Tarazy.Analysis.Rules.Sieve;
using Tarazy.Analysis.Text;

namespace Tarazy.Detect.Archive;

/// <summary>
/// The tokens of every post that was read, kept so that a rule can be replayed over millions of posts in seconds. It is a cache:
/// everything in it can be made again from the posts, and a folder that another process writes to is left to that process.
/// </summary>
internal sealed class TokenArchive : IDisposable
{
    /// <summary>Longer words are names, links and noise; they stay unlisted.</summary>
    private const int LongestWord = 32;

    private const string LockFile = "lock";

    [ThreadStatic]
    private static ushort[]? _units;

    [ThreadStatic]
    private static int[]? _numbers;

    private readonly Lock _gate = new();
    private readonly string? _folder;
    private TokenVocabulary _words = new();
    private FileStream? _lock;
    private VocabularyFile? _wordFile;
    private SegmentWriter? _segments;

    /// <param name="folder">Null for a desk that keeps no archive.</param>
    public TokenArchive(string? folder)
    {
        _folder = folder;
        if (folder is not null)
        {
            Directory.CreateDirectory(folder);
            Open(folder);
        }
    }

    /// <summary>False when there is no folder or another process writes to it: nothing is kept then.</summary>
    public bool Writes => _segments is not null;

    /// <summary>Number of the last post in the archive; what lies behind it is still to be added.</summary>
    public long Last => _segments?.Last ?? 0;

    public string? Folder => _folder;

    /// <summary>
    /// The tokens of a post as the archive keeps them. From many threads at once, on each good until its next post; empty when nothing is kept.
    /// </summary>
    public ReadOnlySpan<ushort> Encode(FoldedText text)
    {
        if (_segments is null)
        {
            return [];
        }

        var hashes = text.Hashes;
        var prefixes = text.Prefixes;
        var starts = text.PrefixStarts;
        var kinds = text.Kinds;
        var units = Room(ref _units, hashes.Length * 2);
        var numbers = Room(ref _numbers, hashes.Length);
        var known = _words;
        known.Find(hashes, numbers);
        var length = 0;
        for (var i = 0; i < hashes.Length; i++)
        {
            var word = kinds[i] != TokenKind.Word ? -1 : numbers[i] >= 0 ? numbers[i] : Number(known, text, i, hashes[i]);
            length += word >= 0
                ? TokenUnits.Write(word, units[length..])
                : TokenUnits.WriteUnlisted(hashes[i], starts[i] < starts[i + 1] ? prefixes[starts[i]] : hashes[i], units[length..]);
        }

        return units[..length];
    }

    /// <summary>Adds the posts that follow on the last one. Nothing is added when something lies between: it is made up for later.</summary>
    /// <param name="after">The number that the feed had been read to before these posts.</param>
    public void Append(long after, IReadOnlyList<ArchivedPost> posts)
    {
        lock (_gate)
        {
            if (_segments is null || _wordFile is null || posts.Count == 0 || _segments.Last != after)
            {
                return;
            }

            if (_words.TakeUnsaved() is { Count: > 0 } fresh)
            {
                _wordFile.Append(fresh);
            }

            _segments.Append(posts, _words.Count, _wordFile.Sync);
        }
    }

    /// <summary>
    /// Forgets everything when something of it lies behind the number to which posts were looked at: a power cut, or a database from a
    /// backup, takes posts back that stand here, and other posts will have their numbers.
    /// </summary>
    public void CutBack(long looked)
    {
        if (Last > looked)
        {
            Clear();
        }
    }

    /// <summary>Forgets everything, so that it is made again from the posts.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            if (_folder is null || _segments is null)
            {
                return;
            }

            Close();
            foreach (var file in SegmentFiles.All(_folder).Append(Path.Combine(_folder, VocabularyFile.Name)))
            {
                File.Delete(file);
            }

            _words = new TokenVocabulary();
            Open(_folder);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            Close();
        }
    }

    private static Span<T> Room<T>(ref T[]? room, int length)
    {
        room = room is null || room.Length < length ? new T[Math.Max(1_024, length * 2)] : room;
        return room;
    }

    private static int Number(TokenVocabulary known, FoldedText text, int token, ulong hash)
    {
        var word = known.Find(hash);
        var length = text.Tokens[token].Length;
        return word >= 0 || length > LongestWord ? word : known.Add(hash, text.Chars.Slice(text.Tokens[token].Start, length));
    }

    private void Open(string folder)
    {
        try
        {
            _lock = new FileStream(Path.Combine(folder, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return;
        }

        _wordFile = VocabularyFile.Open(folder, _words);
        _segments = SegmentWriter.Open(folder, _words.Count);
    }

    private void Close()
    {
        _wordFile?.Sync();
        _segments?.Sync();
        _wordFile?.Dispose();
        _segments?.Dispose();
        _lock?.Dispose();
        (_wordFile, _segments, _lock) = (null, null, null);
    }
}
