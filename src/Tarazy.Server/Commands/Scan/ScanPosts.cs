using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Tarazy.Analysis.Engine;
using Tarazy.Analysis.Similarity;
using Tarazy.Ingest.Sources;
using Tarazy.Records.Findings;
using Tarazy.Records.Posts;
using Tarazy.Storage.Bulk;

namespace Tarazy.Server.Commands.Scan;

/// <summary>Reads an input once and looks at every post, without a database.</summary>
internal sealed class ScanPosts(EngineData data, TimeProvider clock)
{
    /// <summary>A post's place is told to the watcher this often.</summary>
    private const int TellEvery = 1_000;

    /// <param name="told">Hears now and then how many posts were read.</param>
    public async Task<ScanResult> RunAsync(ScanRequest request, PostSources sources, IProgress<IngestProgress>? progress, Action<long>? told, CancellationToken cancel)
    {
        var started = clock.GetTimestamp();
        var now = clock.GetUtcNow();
        var index = new StoryIndex();
        var tally = new ScanTally(data.Rules, request);
        var seen = new HashSet<(long, long)>();
        var seq = 0L;
        using var blocks = new PostBlocks();
        var items = sources.OpenBlocks(request.Input, request.Ingest, blocks, progress, cancel).Beside(cancel);
        await foreach (var (item, looks) in LookAsync(items, cancel).Beside(cancel))
        {
            switch (item)
            {
                case IngestItem.ChannelSeen channel:
                    tally.See(channel.Channel);
                    break;
                case IngestItem.Refused refused:
                    tally.See(refused.Refusal);
                    break;
                case IngestItem.PostsSeen { Posts: var posts }:
                    foreach (var (post, reading, mark) in looks)
                    {
                        if (!seen.Add(KeyOf(post)))
                        {
                            continue;
                        }

                        var place = index.Place(++seq, mark);
                        tally.See(post, reading, place, reading.Findings(post, StoryId.From(post.Id.Value), now));
                        if (seq % TellEvery == 0)
                        {
                            told?.Invoke(seq);
                        }
                    }

                    blocks.Return(posts);
                    break;
            }
        }

        told?.Invoke(seq);
        return tally.Result(now, clock.GetElapsedTime(started));
    }

    /// <summary>Reads each block with the engine; runs beside the parsing before it and the counting behind it.</summary>
    private async IAsyncEnumerable<(IngestItem Item, IReadOnlyList<Look> Looks)> LookAsync(
        IAsyncEnumerable<IngestItem> items, [EnumeratorCancellation] CancellationToken cancel)
    {
        var engine = new PostEngine(data);
        await foreach (var item in items.WithCancellation(cancel))
        {
            if (item is not IngestItem.PostsSeen { Posts: var posts })
            {
                yield return (item, []);
                continue;
            }

            var looks = new Look[posts.Count];
            for (var i = 0; i < looks.Length; i++)
            {
                var reading = engine.Look(posts[posts[i].Text], new PostFacts(posts.ChannelOf(i).Value, posts[i].Views));
                looks[i] = new Look(posts.ToPost(i), reading, engine.Mark.ToArray());
            }

            yield return (item, looks);
        }
    }

    /// <summary>Exports overlap; a post is counted once. Sixteen bytes of its hash stand for it, mixed with where it was said.</summary>
    private static (long Content, long Place) KeyOf(Post post) => (
        BinaryPrimitives.ReadInt64LittleEndian(post.Content.Span),
        BinaryPrimitives.ReadInt64LittleEndian(post.Content.Span[8..]) ^ HashCode.Combine(post.Channel, post.Message));

    private readonly record struct Look(Post Post, PostReading Reading, byte[] Mark);
}
