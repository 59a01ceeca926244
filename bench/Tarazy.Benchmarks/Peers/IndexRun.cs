using System.Diagnostics;
using Tarazy.Analysis.Engine;
using Tarazy.Detect.Archive;

namespace Tarazy.Benchmarks.Peers;

/// <summary>
/// Makes posts searchable: the desk keeps their tokens in an archive that is scanned, which its peers do with inverted indexes. So it is
/// cheaper to write and dearer to ask; what a scan costs stands beside it.
/// </summary>
internal static class IndexRun
{
    private const int Block = 1_000;

    public static void Run(string folder)
    {
        var posts = PeerRuns.WritePosts(folder);
        var place = Directory.CreateTempSubdirectory("tarazy-archive-");
        try
        {
            using var archive = new TokenArchive(place.FullName);
            var units = new List<ushort[]>();
            var (fold, encode) = Costs.OfLook(posts, text => units.Add(archive.Encode(text).ToArray()));
            var kept = units[^posts.Length..];
            var write = Costs.Of(posts.Length, () => Append(archive, kept));
            var bytes = place.EnumerateFiles().Sum(file => file.Length) / (double)archive.Last;
            PeerLine.Write("tarazy", posts.Length, encode + write, $"bytes={bytes:F0}; encoded, appended and brought to the disk; on posts that are folded once for all readers");
            PeerLine.Write("tarazy with the fold", posts.Length, fold + encode + write, $"bytes={bytes:F0}");
            while (archive.Last < CopiesRun.Posts)
            {
                Append(archive, kept);
            }

            Replay(place.FullName);
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    /// <summary>One rule over all of the archive, up to the posts that would be read again.</summary>
    private static void Replay(string folder)
    {
        var rules = EngineData.Load(EngineData.Find(AppContext.BaseDirectory)).Rules;
        var book = rules.Only(rules.Rules.Single(rule => rule.Name == "mercenary-recruitment"));
        ArchiveScan.Run(folder, book, default, progress: null, default);
        var (wall, cpu) = (Stopwatch.GetTimestamp(), ThreadClock.Now);
        var found = ArchiveScan.Run(folder, book, default, progress: null, default);
        var cost = (ThreadClock.Now - cpu) / 1_000.0 / found.Scanned;
        PeerLine.Write(
            "tarazy, replay of a rule",
            (int)found.Scanned,
            cost,
            $"seconds={Stopwatch.GetElapsedTime(wall).TotalSeconds:F2} on one thread; {found.Posts.Count} posts would be read again");
    }

    private static void Append(TokenArchive archive, List<ushort[]> kept)
    {
        for (var from = 0; from < kept.Count; from += Block)
        {
            var last = archive.Last;
            archive.Append(last, [.. kept[from..Math.Min(kept.Count, from + Block)].Select((units, i) => new ArchivedPost(last + 1 + i, DateTimeOffset.UnixEpoch, "telegram:bench", "ru", units))]);
        }
    }
}
