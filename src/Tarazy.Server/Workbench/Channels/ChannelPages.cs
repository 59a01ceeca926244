using Microsoft.AspNetCore.Mvc;
using Tarazy.Detect.Labels.Sentiment;
using Tarazy.Ingest.Posts;
using Tarazy.Notice.Shelf;
using Tarazy.Records.Posts;
using Tarazy.Review.Queue;
using Tarazy.Server.Web;
using Tarazy.Server.Web.Culture;
using Tarazy.Server.Workbench.Cases;

namespace Tarazy.Server.Workbench.Channels;

/// <summary>The page of a channel, for everybody here. It reads; nothing can be done on it.</summary>
internal sealed class ChannelPages(PostArchive archive, CaseQueue queue, NoticeShelf notices, SentimentDesk sentiment, DeskDates dates)
{
    /// <summary>Reading a post takes a fraction of a millisecond, and somebody waits for the page.</summary>
    private const int MostPosts = 5_000;

    private const int LongestId = 200;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(
        ChannelForms.Show,
        (ChannelPages pages, string id, [FromQuery(Name = ChannelForms.By)] string? by, CancellationToken cancel) => pages.ShowAsync(id, by, cancel));

    private async Task<IResult> ShowAsync(string id, string? by, CancellationToken cancel)
    {
        var asked = ChannelId.From(id);
        if (id.Length > LongestId || await archive.ChannelAsync(asked, cancel) is not { } channel)
        {
            return Results.NotFound();
        }

        var (posts, first) = await archive.OfChannelAsync(asked, cancel);
        var facts = await queue.OfChannelAsync(asked, cancel);
        var upheld = await notices.UpheldOfChannelAsync(asked, cancel);
        var view = new ChannelView(channel, "und", posts, first, facts.Cases, facts.LeftAlone, upheld);
        return Page.Of<ChannelPage>(new ChannelPageView(view, await LinesAsync(asked, by, cancel), posts > MostPosts ? MostPosts : null));
    }

    private async Task<IReadOnlyList<SentimentLine>> LinesAsync(ChannelId channel, string? by, CancellationToken cancel)
    {
        if (sentiment.Languages.Count == 0)
        {
            return [];
        }

        SentimentStep? step = by switch { "day" => SentimentStep.Day, "week" => SentimentStep.Week, _ => null };
        var texts = await archive.TextsOfChannelAsync(channel, MostPosts, cancel);
        return sentiment.Over([.. texts.Select(post => (dates.DateOf(post.PostedAt), post.Text))], step, cancel);
    }
}
