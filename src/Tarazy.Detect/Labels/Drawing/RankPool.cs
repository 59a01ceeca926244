using System.Runtime.CompilerServices;
using Tarazy.Detect.Labels.Training;
using Tarazy.Records.Findings;
using Tarazy.Records.Posts;
using Tarazy.Storage.Feeds;

namespace Tarazy.Detect.Labels.Drawing;

/// <summary>A post that may be drawn: no rule found it.</summary>
/// <param name="Story">Number of the story's first post.</param>
internal sealed record PoolPost(long Seq, long Story);

/// <summary>A post that was drawn.</summary>
/// <param name="Model">The model that chose it; null for one drawn at random.</param>
/// <param name="Words">What the model went by.</param>
internal sealed record Pick(long Seq, Sampling How, ModelInUse? Model, IReadOnlyList<Evidence> Words);

/// <summary>What the models in use choose from the pool of a day; each label has the same share.</summary>
internal sealed class RankPool(IFeed<Post> posts, ModelsInUse models, LabelOptions options)
{
    private const int Batch = 1_000;

    /// <param name="pool">Oldest first; of a large one the newest are looked at.</param>
    public async Task<List<Pick>> OfAsync(IReadOnlyList<PoolPost> pool, CancellationToken cancel)
    {
        var picks = new List<Pick>();
        var inUse = await models.AllAsync(cancel);
        if (inUse.Count == 0)
        {
            return picks;
        }

        var scorers = inUse.Select(model => (model, Scorer: new LabelScorer(model.Shelved.Model), Posts: new List<RankedPost>())).ToList();
        var newest = pool.TakeLast(options.MostRanked).ToDictionary(post => post.Seq);
        await foreach (var (seq, post) in TextsAsync(newest, cancel))
        {
            foreach (var (model, scorer, ranked) in scorers)
            {
                ranked.Add(new RankedPost(seq, newest[seq].Story, scorer.Score(post.Text) - model.Shelved.Card.Threshold));
            }
        }

        var taken = new HashSet<long>();
        var audit = options.AuditADay;
        foreach (var (model, scorer, ranked) in scorers)
        {
            var share = ChoosePosts.Of(ranked, Share(ChoosePosts.RankedShare * audit, scorers.Count), Share(ChoosePosts.UnsureShare * audit, scorers.Count), taken);
            foreach (var (post, how) in share)
            {
                var text = (await posts.ReadAfterAsync(post.Seq - 1, 1, cancel))[0].Item.Text;
                picks.Add(new Pick(post.Seq, how, model, scorer.Words(text)));
            }
        }

        return picks;
    }

    private static int Share(int all, int labels) => Math.Max(1, all / labels);

    /// <summary>The posts of the pool that have words, as the feed gives them.</summary>
    private async IAsyncEnumerable<Numbered<Post>> TextsAsync(Dictionary<long, PoolPost> wanted, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (wanted.Count == 0)
        {
            yield break;
        }

        var (at, last) = (wanted.Keys.Min() - 1, wanted.Keys.Max());
        while (at < last && await posts.ReadAfterAsync(at, Batch, cancel) is { Count: > 0 } batch)
        {
            at = batch[^1].Seq;
            foreach (var post in batch.Where(post => post.Seq <= last && wanted.ContainsKey(post.Seq) && !string.IsNullOrWhiteSpace(post.Item.Text)))
            {
                yield return post;
            }
        }
    }
}
