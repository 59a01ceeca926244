using Microsoft.Extensions.Logging;
using Tarazy.Detect.Labels.Standing;
using Tarazy.Detect.Posts;
using Tarazy.Records.Outcomes;
using Tarazy.Records.Posts;
using Tarazy.Storage.Events;
using Tarazy.Storage.Feeds;

namespace Tarazy.Detect.Labels.Training;

/// <summary>Learns a label again from all decisions. The new model is put in use only if it wins on the frozen set.</summary>
/// <param name="By">Who asked: a person's alias, or <c>desk</c> from the command line.</param>
public sealed record TrainLabel(string Label, string By);

internal static class TrainLabelHandler
{
    public static Refusal? Check(TrainLabel command, LabelStanding? standing, IReadOnlyList<LabelledPost> posts)
    {
        if (standing is null)
        {
            return new NoSuchLabel(command.Label);
        }

        return standing.Frozen ? new ReadersDisagree(standing.Label, standing.Kappa!.Value)
            : LearnLabel.CanLearn(posts) ? null
            : new TooFewToLearn(
                LearnLabel.Taught(posts).Count(post => post.Answer == LabelAnswer.Yes),
                LearnLabel.Taught(posts).Count(post => post.Answer == LabelAnswer.No));
    }

    /// <summary>A win is put in use in the same step; a version that did not win stays a candidate.</summary>
    public static LabelEvent[] Record(LabelCard card)
    {
        var made = new ModelTrained(card.Label, card.Number, card.Version, card.Contest);
        return card.Contest.Wins ? [made, new ModelPromoted(card.Label, card.Number, "")] : [made];
    }
}

/// <summary>Loads what a lesson needs, lets it be learnt, and keeps what came of it.</summary>
internal sealed partial class TrainLabelRun(
    LabelStandings standings,
    ILabelDecisions decisions,
    LabelBookKeeper books,
    ModelsInUse models,
    ModelShelf shelf,
    EventTable<LabelEvent> events,
    IFeed<Post> feed,
    Cursors cursors,
    TimeProvider clock,
    ILogger<TrainLabelRun> log) : IDisposable
{
    private const int SampleSize = 500;

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    public async Task<Outcome<LabelCard>> RunAsync(TrainLabel command, CancellationToken cancel)
    {
        if (!shelf.Exists)
        {
            return new NoModelFolder();
        }

        await _oneAtATime.WaitAsync(cancel);
        try
        {
            var standing = await standings.OfAsync(command.Label, cancel);
            var posts = await standings.PostsAsync(command.Label, cancel);
            var texts = await decisions.TextsAsync([.. posts.Select(post => post.Post)], cancel);
            posts = [.. posts.Where(post => texts.TryGetValue(post.Post, out var text) && !string.IsNullOrWhiteSpace(text))];
            if (TrainLabelHandler.Check(command, standing, posts) is { } refusal)
            {
                return refusal;
            }

            return await LearnAsync(command, standing!, posts, texts, cancel);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<Outcome<LabelCard>> LearnAsync(
        TrainLabel command, LabelStanding standing, IReadOnlyList<LabelledPost> posts, IReadOnlyDictionary<PostId, string> texts, CancellationToken cancel)
    {
        var recorded = (await books.ReadyAsync(cancel)).Of(command.Label).Trained;
        var number = shelf.Next(command.Label, recorded.IsEmpty ? 0 : recorded.Max(made => made.Number));
        var incumbent = await models.OfAsync(command.Label, cancel);
        var lesson = new LabelLesson(
            command.Label, number, posts, texts, standing.Kappa, incumbent is null ? null : (incumbent.Number, incumbent.Shelved.Model),
            await SampleAsync(cancel), clock.GetUtcNow(), command.By);
        var (model, card) = await Task.Run(() => LearnLabel.Learn(lesson), cancel);
        shelf.Write(model, card);
        await events.ActAsync(
            LabelDesk.SubjectOf(command.Label), command.By, (_, _) => Task.FromResult<Outcome<LabelEvent[]>>(TrainLabelHandler.Record(card)), (_, _) => Task.CompletedTask, cancel);
        LogTrained(command.Label, number, card.Contest.Wins);
        return card;
    }

    /// <summary>Posts of the desk as they come, evenly from the first to the last.</summary>
    private async Task<IReadOnlyList<string>> SampleAsync(CancellationToken cancel)
    {
        var last = await cursors.GetAsync(DetectPosts.Reader, cancel);
        var texts = new List<string>();
        long at = 0;
        for (var i = 0; i < SampleSize && at < last; i++)
        {
            at = Math.Max(at, i * last / SampleSize);
            if ((await feed.ReadAfterAsync(at, 1, cancel)) is not [var (seq, post)])
            {
                break;
            }

            at = seq;
            texts.Add(post.Text);
        }

        return texts;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Version {Number} of the label {Label} was made; put in use: {Won}.")]
    private partial void LogTrained(string label, int number, bool won);
}
