using Tarazy.Analysis.Engine;
using Tarazy.Detect.Archive;
using Tarazy.Records.Posts;
using Tarazy.Storage.Feeds;

namespace Tarazy.Detect.Posts;

/// <summary>Reads the posts of a batch on all processors: no post's reading depends on another's.</summary>
internal sealed class PostLooker(EngineData data, DetectOptions options, TokenArchive archive) : IDisposable
{
    private const int WorthSharing = 64;

    private readonly ThreadLocal<PostEngine> _engines = new(() => new PostEngine(data));

    public int BatchSize => options.BatchSize;

    /// <param name="bodies">Of each post how much stands before its channel's footer.</param>
    public LookedPost[] Look(IReadOnlyList<Numbered<Post>> batch, int[] bodies)
    {
        var looked = new LookedPost[batch.Count];
        if (batch.Count < WorthSharing)
        {
            for (var i = 0; i < batch.Count; i++)
            {
                looked[i] = LookAt(batch[i], bodies[i]);
            }
        }
        else
        {
            Parallel.For(0, batch.Count, i => looked[i] = LookAt(batch[i], bodies[i]));
        }

        return looked;
    }

    public void Dispose() => _engines.Dispose();

    private LookedPost LookAt(Numbered<Post> post, int body)
    {
        var engine = _engines.Value!;
        var reading = engine.Look(post.Item.Text, new PostFacts(post.Item.Channel.Value, post.Item.Views, body));
        return new LookedPost(post.Seq, post.Item, reading, engine.Mark.ToArray()) { Tokens = archive.Encode(engine.Text) };
    }
}
