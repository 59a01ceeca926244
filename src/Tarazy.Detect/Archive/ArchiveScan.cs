using Tarazy.Analysis.Rules;
using Tarazy.Analysis.Rules.Sieve;

namespace Tarazy.Detect.Archive;

/// <summary>Goes through an archive and collects the posts in which a book may find something.</summary>
internal static class ArchiveScan
{
    /// <returns>The numbers of the posts in order, and the number up to which the archive could be read without a gap.</returns>
    public static ArchiveCandidates Run(string folder, RuleBook book, ReplayRange range, IProgress<ReplayProgress>? progress, CancellationToken cancel)
    {
        var files = SegmentFiles.All(folder);
        var words = ArchiveWords.Read(folder);
        var channels = book.Channels.GroupBy(PostHead.ChannelOf).ToDictionary(same => same.Key, same => same.First());
        var found = new List<long>();
        var (last, scanned) = (0L, 0L);
        var payload = Array.Empty<byte>();
        var look = new ScanLook(new RuleSieve(book, words), channels, range, found);
        foreach (var path in files)
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);
            foreach (var (at, block) in SegmentFiles.Blocks(path, sums: false))
            {
                cancel.ThrowIfCancellationRequested();
                if (block.Words > words.Count || !SegmentFiles.IsWhole(file, at, block, ref payload))
                {
                    return new ArchiveCandidates(found, last, scanned);
                }

                look.At(payload.AsSpan(0, block.Bytes), block);
                (last, scanned) = (block.Last, scanned + block.Items);
                progress?.Report(new ReplayProgress(scanned, found.Count, Confirmed: 0));
            }
        }

        return new ArchiveCandidates(found, last, scanned);
    }
}

/// <param name="Last">Posts behind this number must be looked at without the archive.</param>
internal sealed record ArchiveCandidates(IReadOnlyList<long> Posts, long Last, long Scanned);

/// <summary>Looks at the posts of one block after another.</summary>
internal sealed class ScanLook(RuleSieve sieve, Dictionary<uint, string> channels, ReplayRange range, List<long> found)
{
    private readonly Dictionary<ushort, string?> _languages = [];
    private readonly uint _since = range.Since is { } since ? PostHead.SecondsOf(since) : 0;
    private readonly uint _until = range.Until is { } until ? PostHead.SecondsOf(until) : uint.MaxValue;

    public void At(ReadOnlySpan<byte> payload, ArchiveBlock block)
    {
        var at = block.Items * PostHead.Bytes;
        for (var i = 0; i < block.Items; i++)
        {
            var head = PostHead.Read(payload[(i * PostHead.Bytes)..]);
            var kept = head.Units == PostHead.TooMany ? 0 : head.Units;
            var units = PostHead.UnitsOf(payload.Slice(at, kept * sizeof(ushort)));
            at += kept * sizeof(ushort);
            if (head.Seconds >= _since && head.Seconds <= _until && (head.Units == PostHead.TooMany || sieve.MayFind(units, PlaceOf(head))))
            {
                found.Add(block.First + head.After);
            }
        }
    }

    // A channel that no set names is known to be none of them; which one it is does not matter.
    private PostPlace PlaceOf(PostHead head)
    {
        if (!_languages.TryGetValue(head.Language, out var language))
        {
            _languages[head.Language] = language = PostHead.LanguageCode(head.Language);
        }

        return new PostPlace(language, channels.GetValueOrDefault(head.Channel, ""));
    }
}
