using Microsoft.AspNetCore.Mvc;
using Tarazy.Analysis.Claims.Ranking;
using Tarazy.Detect.FactChecks.Matching;
using Tarazy.Ingest.Posts;
using Tarazy.Records.Canonical;
using Tarazy.Server.Public.Forms;
using Tarazy.Server.Web;
using Tarazy.Server.Workbench.Desk;

namespace Tarazy.Server.Public.Checked;

/// <summary>"Has this been checked?" What is asked is answered and forgotten: it stands in no address, no log and no table.</summary>
internal static class CheckedPages
{
    public const string Address = "/checked";
    public const string Api = "/api/checked";
    public const string Words = "text";
    public const int Longest = 4_096;

    private const int Most = 3;

    public static void MapChecked(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, () => Page.Of<CheckedPage>(new CheckedView()));
        routes.MapPost(Address, AskAsync).RequireRateLimiting(FormLimit.Name);
        routes.MapGet(Api, AnswerAsync).RequireRateLimiting(CheckedLimit.Name);
    }

    private static async Task<IResult> AskAsync(
        [FromForm(Name = Words)] string? text, FactCheckDesk desk, PostArchive archive, HttpResponse response, CancellationToken cancel)
    {
        response.Headers.CacheControl = "no-store";
        var asked = (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        if (asked.Length is 0 or > Longest)
        {
            var fault = asked.Length == 0 ? CheckedFault.Empty : CheckedFault.TooLong;
            return Page.Of<CheckedPage>(new CheckedView { Asked = asked, Fault = fault }, StatusCodes.Status422UnprocessableEntity);
        }

        if (await WordsOfAsync(asked, archive, cancel) is not { } words)
        {
            return Page.Of<CheckedPage>(new CheckedView { Asked = asked, Fault = CheckedFault.UnknownPost });
        }

        return Page.Of<CheckedPage>(new CheckedView { Asked = asked, Compared = words, Answers = await AnswersAsync(desk, words, cancel) });
    }

    private static async Task<IResult> AnswerAsync(
        [FromQuery(Name = Words)] string? text, FactCheckDesk desk, HttpResponse response, CancellationToken cancel)
    {
        response.Headers.CacheControl = "no-store";
        if (string.IsNullOrWhiteSpace(text) || text.Length > Longest)
        {
            return Results.Json(
                new { format = CheckedJson.Format, error = $"\"{Words}\" is the text that was read, 1 to {Longest} characters; nothing was answered." },
                DeskJson.Options, statusCode: StatusCodes.Status400BadRequest);
        }

        return Results.Json(CheckedJson.Of(await AnswersAsync(desk, text, cancel)), DeskJson.Options);
    }

    /// <summary>A machine answers by itself only where a match is strong, and even then it calls it possible.</summary>
    private static Task<IReadOnlyList<CheckedAnswer>> AnswersAsync(FactCheckDesk desk, string text, CancellationToken cancel) =>
        desk.AskAsync(text, Most, MatchRanker.Strong, cancel);

    /// <summary>The text itself, or the words of a post that the desk has read; null for a link that it does not know. Nothing is fetched.</summary>
    private static async Task<string?> WordsOfAsync(string asked, PostArchive archive, CancellationToken cancel)
    {
        if (PostLink.Parse(asked) is not { } link)
        {
            return Uri.TryCreate(asked, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && !asked.Any(char.IsWhiteSpace) ? null : asked;
        }

        return await archive.FindByHandleAsync(link.Handle, link.Message, cancel) is { } id ? (await archive.FindAsync(id, cancel))?.Text : null;
    }
}

/// <summary>The answer as JSON.</summary>
internal static class CheckedJson
{
    public const string Format = "tarazy-checked/1";

    public static object Of(IReadOnlyList<CheckedAnswer> answers) => new
    {
        format = Format,
        says = "Possible matches. Whether a text is what was checked is for a person to say.",
        matches = answers.Select(a => new
        {
            claim = a.Check.Claim,
            rating = a.Check.Rating,
            publisher = a.Check.Publisher,
            published = a.Check.PublishedOn,
            url = a.Check.Url,
            language = a.Check.Language,
            numbersDiffer = a.Clashes.Select(c => new { text = c.Written, claim = c.Claimed }),
        }),
    };
}
