using Tarazy.Analysis.Engine;
using Tarazy.Detect.Archive;
using Tarazy.Records.Posts;
using Tarazy.Storage.Bulk;
using Tarazy.Storage.Feeds;

namespace Tarazy.Detect.Posts;

/// <summary>Reads the posts of a batch: no post's reading depends on another's.</summary>
internal sealed class PostLooker(EngineData data, DetectOptions options, TokenArchive archive) : IDisposable
{
    private const int WorthSharing = 64;

    private readonly ThreadLocal<PostEngine> _engines = new(() => new PostEngine(data));

    public int BatchSize => options.BatchSize;

    /// <summary>On all processors.</summary>
    public LookedPost[] Look(IReadOnlyList<Numbered<Post>> batch)
    {
        var looked = new LookedPost[batch.Count];
        if (batch.Count < WorthSharing)
        {
            for (var i = 0; i < batch.Count; i++)
            {
                looked[i] = LookAt(batch[i]);
            }
        }
        else
        {
            Parallel.For(0, batch.Count, i => looked[i] = LookAt(batch[i]));
        }

        return looked;
    }

    /// <summary>On this thread: while a block is read here, others are parsed and stored.</summary>
    public void Look(PostBlock posts, LookedBlock into)
    {
        var engine = _engines.Value!;
        for (var i = 0; i < posts.Count; i++)
        {
            ref readonly var post = ref posts[i];
            var reading = engine.Look(posts[post.Text], new PostFacts(posts.ChannelOf(i).Value, post.Views));
            into.Put(i, reading, engine, archive.Encode(engine.Text));
        }
    }

    /// <summary>The mark of a post without its channel's footer.</summary>
    /// <param name="body">UTF-16 units before the footer.</param>
    public byte[] MarkOf(LookedPost post, int body) => _engines.Value!.MarkOf(post.Text, body).ToArray();

    public void Dispose() => _engines.Dispose();

    private LookedPost LookAt(Numbered<Post> post)
    {
        var engine = _engines.Value!;
        var reading = engine.Look(post.Item.Text, new PostFacts(post.Item.Channel.Value, post.Item.Views));
        return new LookedPost(
            post.Seq, post.Item, new PostLook(reading, engine.Mark.ToArray(), engine.Tail, archive.Encode(engine.Text).ToArray()));
    }
}
