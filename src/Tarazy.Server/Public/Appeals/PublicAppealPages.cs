using Microsoft.AspNetCore.Mvc;
using Tarazy.Notice;
using Tarazy.Notice.Appeals;
using Tarazy.Records.Notices;
using Tarazy.Server.Hosting;
using Tarazy.Server.Public.Forms;
using Tarazy.Server.Web;

namespace Tarazy.Server.Public.Appeals;

/// <summary>The appeal of a channel, behind the link in its notice.</summary>
internal static class PublicAppealPages
{
    private const int LongestToken = 200;

    public static void MapPublicAppeals(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(PublicAppealForm.Appeal, ShowAsync);
        routes.MapPost(PublicAppealForm.Appeal, OpenAsync).RequireRateLimiting(FormLimit.Name);
    }

    private static async Task<IResult> ShowAsync(
        string token, AppealLinks links, ReadAppeal appeals, HttpResponse response, CancellationToken cancel)
    {
        Keep(response);
        var view = await appeals.ViewAsync(token, NoticeOf(token, links), cancel);
        return Page.Of<PublicAppealPage>(view, view.Notice is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);
    }

    // Reading the form from its attribute is what makes the form token be checked before this runs.
    private static async Task<IResult> OpenAsync(
        string token,
        [FromForm(Name = PublicAppealForm.Words)] string? words,
        AppealLinks links,
        ReadAppeal appeals,
        NoticeDesk desk,
        WakeUp wakeUp,
        HttpResponse response,
        CancellationToken cancel)
    {
        Keep(response);
        if (NoticeOf(token, links) is not { } notice)
        {
            return await ShowAsync(token, links, appeals, response, cancel);
        }

        var typed = Lines(words);
        var outcome = await desk.OpenAppealAsync(new OpenAppeal(notice, typed), cancel);
        if (outcome.Ok)
        {
            wakeUp.Ring();
            return new SeeOther(PublicAppealForm.To(token));
        }

        var view = await appeals.ViewAsync(token, notice, cancel);
        return view.Notice is null
            ? Page.Of<PublicAppealPage>(view, StatusCodes.Status404NotFound)
            : Page.Of<PublicAppealPage>(view with { Words = typed, Refusals = outcome.Refusals }, StatusCodes.Status422UnprocessableEntity);
    }

    private static NoticeId? NoticeOf(string token, AppealLinks links) => token.Length <= LongestToken ? links.Read(token) : null;

    /// <summary>A browser counts a line break as one character against the limit of the field, and sends it as two.</summary>
    internal static string Lines(string? words) => (words ?? "").Replace("\r\n", "\n", StringComparison.Ordinal);

    // The address is a key: no cache keeps what it opened, no search engine lists it.
    private static void Keep(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Robots-Tag"] = "noindex";
    }
}
