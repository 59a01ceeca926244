using Microsoft.EntityFrameworkCore;
using Tarazy.Analysis.Similarity.Retellings;
using Tarazy.Detect.Readings;
using Tarazy.Records.Findings;
using Tarazy.Records.Posts;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Feeds;

namespace Tarazy.Detect.Stories;

/// <summary>What pages and the API may ask about stories that tell the same in other words.</summary>
public sealed class Retellings
{
    private readonly IDbContextFactory<DeskContext> _contexts;
    private readonly IPostNumbers _numbers;
    private readonly RetellingModel _model;

    public Retellings(IDbContextFactory<DeskContext> contexts, IPostNumbers numbers, RetellingModel model) =>
        (_contexts, _numbers, _model) = (contexts, numbers, model);

    /// <summary>The stories linked with this one, the surest first; never its own near-copies.</summary>
    public async Task<IReadOnlyList<RetoldStory>> OfAsync(StoryId story, int most, CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var readings = db.Set<ReadingRow>().AsNoTracking();
        if (await _numbers.NumberAsync(db, PostId.From(story.Value), cancel) is not { } post)
        {
            return [];
        }

        var number = await readings.Where(row => row.PostSeq == post).Select(row => row.Story).FirstOrDefaultAsync(cancel);
        var rows = await db.Set<RetellingRow>().AsNoTracking()
            .Where(row => row.Later == number || row.Earlier == number)
            .OrderByDescending(row => row.Score).ThenBy(row => row.Later).ThenBy(row => row.Earlier)
            .Take(most).ToListAsync(cancel);
        var scores = rows.ToDictionary(row => row.Later == number ? row.Earlier : row.Later, row => row.Score);
        var firsts = await readings.Where(row => scores.Keys.Contains(row.PostSeq)).ToListAsync(cancel);
        return
        [
            .. firsts.OrderByDescending(row => scores[row.PostSeq]).ThenBy(row => row.PostSeq).Select(row => new RetoldStory(
                StoryId.From(row.Post), PostId.From(row.Post), ChannelId.From(row.Channel), row.PostedAt, row.Language, scores[row.PostSeq])),
        ];
    }

    /// <summary>The names and numbers that speak for the link, in the words of the second text.</summary>
    public SharedFacts Shared(string text, string other) => SharedFacts.Between(_model, text, other);
}

/// <summary>A story that tells the same as another in other words.</summary>
/// <param name="First">Its first post.</param>
/// <param name="Score">From the model's border of 0.5 up to 1; no probability.</param>
public sealed record RetoldStory(StoryId Story, PostId First, ChannelId Channel, DateTimeOffset PostedAt, string Language, double Score);
