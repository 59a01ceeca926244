using Microsoft.AspNetCore.Mvc;
using Tarazy.Demand.Shelf;
using Tarazy.Ingest.Posts;
using Tarazy.Notice.Shelf;
using Tarazy.Records.Outcomes;
using Tarazy.Review.Queue;
using Tarazy.Server.Accounts;
using Tarazy.Server.Web;
using Tarazy.Server.Workbench.Cases;
using Tarazy.Server.Workbench.Decide;
using Tarazy.Server.Workbench.Demands;
using Tarazy.Server.Workbench.Notices;

namespace Tarazy.Server.Workbench.Desk;

/// <summary>The desk page, and the field that takes a number or a link.</summary>
internal static class DeskPages
{
    private const int LongestQuery = 512;

    public static void MapDesk(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(DeskAddress.Desk, ShowQueueAsync);
        routes.MapGet(CaseForms.Show, ShowCaseAsync);
        routes.MapGet(CaseForms.Go, GoAsync);
    }

    private static async Task<IResult> ShowQueueAsync(
        HttpContext http, BuildDesk desk, string? filter, int? skip, string? undo, CancellationToken cancel) =>
        Page.Of<DeskPage>(await desk.ForAsync(
            new DeskRequest(http.User.Reviewer(), filter ?? "all", Math.Max(0, skip ?? 0), Undo: undo), cancel));

    private static async Task<IResult> ShowCaseAsync(
        HttpContext http, string number, BuildDesk desk, string? filter, string? undo, CancellationToken cancel)
    {
        var view = await desk.ForAsync(new DeskRequest(http.User.Reviewer(), filter ?? "all", Number: number, Undo: undo), cancel);
        return view.Case is null ? Results.NotFound() : Page.Of<DeskPage>(view);
    }

    /// <summary>Number of a case, notice or demand, or a link to a post: to where it is, or to the queue with a word that nothing was found.</summary>
    private static async Task<IResult> GoAsync(
        HttpContext http, [FromQuery(Name = CaseForms.To)] string? to, BuildDesk desk, CaseQueue queue, NoticeShelf notices, DemandShelf demands,
        PostArchive archive, CancellationToken cancel)
    {
        var asked = (to ?? "").Trim();
        if (asked.Length is 0 or > LongestQuery)
        {
            return Results.Redirect(DeskAddress.Desk);
        }

        if (await queue.FindByNumberAsync(asked.ToUpperInvariant(), cancel) is not null)
        {
            return Results.Redirect(DeskAddress.Case(asked.ToUpperInvariant(), "all"));
        }

        if (await notices.FindByNumberAsync(asked.ToUpperInvariant(), cancel) is not null)
        {
            return Results.Redirect(NoticeForms.To(asked.ToUpperInvariant()));
        }

        if (await demands.FindByNumberAsync(asked.ToUpperInvariant(), cancel) is not null)
        {
            return Results.Redirect(DecisionForm.To(DemandForms.Show, asked.ToUpperInvariant()));
        }

        return PostLink.Parse(asked) is { } link
            && await archive.FindByHandleAsync(link.Handle, link.Message, cancel) is { } post
            && await queue.FindByPostAsync(post, cancel) is { } number
                ? Results.Redirect(DeskAddress.Case(number, "all"))
                : Page.Of<DeskPage>(await desk.ForAsync(new DeskRequest(http.User.Reviewer(), "all", Refusals: [new NoSuchNumber(asked)]), cancel));
    }
}

/// <summary>The field for a number or a link led nowhere.</summary>
internal sealed record NoSuchNumber(string Asked) : Refusal
{
    public override string Code => "no-such-number";

    public override string Says => $"No case, notice or demand here goes by {Asked}, and no case by a link like it.";

    public override IReadOnlyList<object> Facts => [Asked];
}
