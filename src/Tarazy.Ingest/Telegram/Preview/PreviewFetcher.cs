using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using Tarazy.Ingest.Sources;

namespace Tarazy.Ingest.Telegram.Preview;

/// <summary>Reads a channel's public preview page by page, newest first, back to its start or to a limit.</summary>
internal sealed class PreviewFetcher(PreviewOptions options, TimeProvider clock)
{
    private readonly PreviewParser _parser = new(options);

    public async IAsyncEnumerable<IngestItem> ReadAsync(
        string handle, IProgress<IngestProgress>? progress, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var client = new PoliteClient(options, clock);
        var source = new Uri(options.BaseAddress, $"s/{handle}").ToString();
        if (options.ObeyRobots && await RobotsRefusalAsync(client, handle, source, cancel) is { } forbidden)
        {
            yield return forbidden;
            yield break;
        }

        var started = clock.GetTimestamp();
        var (posts, bytes) = (0L, 0L);
        long? before = null;
        for (var pages = 1; ; pages++)
        {
            var answer = await client.GetAsync(Path(handle, before), cancel);
            if (answer.Body is null)
            {
                yield return Refused(Code(answer), source, $"{Why(answer)}. {Kept(posts)}");
                yield break;
            }

            bytes += answer.Body.Length;
            var page = await _parser.ParseAsync(answer.Body, cancel);
            if (!page.IsPreview)
            {
                yield return Refused("not-a-preview", source, $"a page without posts came, and it is not the start of the channel. {Kept(posts)}");
                yield break;
            }

            foreach (var item in page.Messages.Count == 0 ? [] : PreviewItems.Of(page, source, clock.GetUtcNow()))
            {
                posts += item is IngestItem.PostSeen ? 1 : 0;
                yield return item;
            }

            progress?.Report(new IngestProgress(source, bytes, null, posts));
            var older = page.Before;
            if (page.Messages.Count == 0 || older is null)
            {
                yield break;
            }

            if (Limit(older, before, pages, started) is { } limit)
            {
                yield return Refused(limit.Code, source, $"{limit.What}. {Kept(posts)}");
                yield break;
            }

            before = older;
        }
    }

    private static string Path(string handle, long? before) =>
        before is { } id ? string.Create(CultureInfo.InvariantCulture, $"s/{handle}?before={id}") : $"s/{handle}";

    private static string Code(PoliteAnswer answer) => answer.Status switch
    {
        >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest or HttpStatusCode.NotFound => "no-preview",
        HttpStatusCode.TooManyRequests => "too-many-requests",
        HttpStatusCode.OK => "large-page",
        _ => "not-reachable",
    };

    private static string Why(PoliteAnswer answer) =>
        Code(answer) == "no-preview" ? $"there is no such channel, or it has no public preview ({answer.Why})" : answer.Why;

    private static IngestItem.Refused Refused(string code, string source, string what) =>
        PreviewItems.Refused(code, $"{source} was not read further: {what}", source);

    private static string Kept(long posts) =>
        posts == 0 ? "Nothing was kept." : string.Create(CultureInfo.InvariantCulture, $"The {posts} posts before were kept.");

    private (string Code, string What)? Limit(long? older, long? before, int pages, long started)
    {
        if (before is not null && older >= before)
        {
            return ("not-a-preview", "the pages do not lead further back");
        }

        if (pages == options.MostPages)
        {
            return ("page-limit", string.Create(CultureInfo.InvariantCulture, $"the limit of {pages} pages is reached and there are older posts"));
        }

        return clock.GetElapsedTime(started) >= options.MostTime ? ("time-limit", "the time for one channel is over and there are older posts") : null;
    }

    private async Task<IngestItem?> RobotsRefusalAsync(PoliteClient client, string handle, string source, CancellationToken cancel)
    {
        var answer = await client.GetAsync("robots.txt", cancel);

        // RFC 9309, 2.3.1: no such file allows everything, a server that fails forbids everything.
        if (answer.Body is null)
        {
            return answer.Status is >= HttpStatusCode.Ambiguous and < HttpStatusCode.InternalServerError and not HttpStatusCode.TooManyRequests
                ? null
                : Refused("robots-unknown", source, $"whether its robots.txt allows it could not be found out, {answer.Why}. Nothing was kept.");
        }

        var robots = Robots.Parse(Encoding.UTF8.GetString(answer.Body.ToArray()), options.UserAgent.Split('/', ' ')[0]);
        if (!robots.Allows(new Uri(options.BaseAddress, $"s/{handle}").AbsolutePath))
        {
            return Refused("robots-forbid", source, "its robots.txt forbids it. Nothing was kept.");
        }

        client.Pause = robots.CrawlDelay > client.Pause ? robots.CrawlDelay.Value : client.Pause;
        return null;
    }
}
