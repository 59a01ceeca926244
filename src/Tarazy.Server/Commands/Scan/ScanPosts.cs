using System.Buffers.Binary;
using Tarazy.Analysis.Engine;
using Tarazy.Analysis.Similarity;
using Tarazy.Ingest.Sources;
using Tarazy.Records.Findings;
using Tarazy.Records.Posts;

namespace Tarazy.Server.Commands.Scan;

/// <summary>Reads an input once and looks at every post, without a database.</summary>
internal sealed class ScanPosts(EngineData data, TimeProvider clock)
{
    /// <summary>A post's place is told to the watcher this often.</summary>
    private const int TellEvery = 1_000;

    /// <param name="told">Hears now and then how many posts were read.</param>
    public async Task<ScanResult> RunAsync(ScanRequest request, IAsyncEnumerable<IngestItem> items, Action<long>? told, CancellationToken cancel)
    {
        var started = clock.GetTimestamp();
        var now = clock.GetUtcNow();
        var engine = new PostEngine(data);
        var index = new StoryIndex();
        var tally = new ScanTally(data.Rules, request);
        var seen = new HashSet<(long, long)>();
        var seq = 0L;
        await foreach (var item in items.WithCancellation(cancel))
        {
            switch (item)
            {
                case IngestItem.ChannelSeen channel:
                    tally.See(channel.Channel);
                    break;
                case IngestItem.Refused refused:
                    tally.See(refused.Refusal);
                    break;
                case IngestItem.PostSeen { Post: var post } when seen.Add(KeyOf(post)):
                    seq++;
                    var reading = engine.Look(post.Text, new PostFacts(post.Channel.Value, post.Views));
                    var place = index.Place(seq, engine.Mark);
                    tally.See(post, reading, place, reading.Findings(post, StoryId.From(post.Id.Value), now));
                    if (seq % TellEvery == 0)
                    {
                        told?.Invoke(seq);
                    }

                    break;
            }
        }

        told?.Invoke(seq);
        return tally.Result(now, clock.GetElapsedTime(started));
    }

    /// <summary>Exports overlap; a post is counted once. Sixteen bytes of its hash stand for it, mixed with where it was said.</summary>
    private static (long Content, long Place) KeyOf(Post post) => (
        BinaryPrimitives.ReadInt64LittleEndian(post.Content.Span),
        BinaryPrimitives.ReadInt64LittleEndian(post.Content.Span[8..]) ^ HashCode.Combine(post.Channel, post.Message));
}
