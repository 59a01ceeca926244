using Tarazy.Notice;
using Tarazy.Notice.Appeals;
using Tarazy.Notice.Shelf;
using Tarazy.Records.Outcomes;
using Tarazy.Server.Accounts;
using Tarazy.Server.Hosting;
using Tarazy.Server.Web;
using Tarazy.Server.Workbench.Notices;

namespace Tarazy.Server.Workbench.Appeals;

/// <summary>Appeals: who may decide is anybody with no part in the notice.</summary>
internal sealed class AppealPages(NoticeShelf shelf, BuildNotice build, NoticeDesk desk, WakeUp wakeUp)
{
    /// <summary>How soon the desk wants to have answered; its own promise, no law gives one here.</summary>
    private static readonly TimeSpan Promise = TimeSpan.FromDays(7);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(AppealForm.List, (HttpContext http, AppealPages pages, CancellationToken cancel) => pages.ListAsync(http, cancel));
        routes.MapGet(AppealForm.Show, (HttpContext http, AppealPages pages, string number, CancellationToken cancel) =>
            pages.ShowAsync(http, number, null, "", cancel));
        routes.MapPost(AppealForm.Decide, (HttpContext http, AppealPages pages, string number, CancellationToken cancel) =>
            pages.DecideAsync(http, number, cancel)).RequireAuthorization(Roles.Ombudsperson);
    }

    private async Task<IResult> ListAsync(HttpContext http, CancellationToken cancel)
    {
        var me = http.User.Reviewer();
        var open = new List<AppealLineView>();
        var decided = new List<AppealLineView>();
        foreach (var notice in await shelf.AppealedAsync(cancel))
        {
            if (await shelf.StateAsync(notice.Id, cancel) is { Appeal: not null, AppealedAt: { } at } state)
            {
                var line = new AppealLineView(
                    notice.Number, state.Drafted.Decision.Harm.Value, at, at + Promise, !state.HadAPart.Contains(me), state.AppealDecision?.Reversed);
                (state.AppealDecision is null ? open : decided).Add(line);
            }
        }

        return Page.Of<AppealListPage>(new AppealListView(open, decided));
    }

    private async Task<IResult> ShowAsync(
        HttpContext http, string number, IReadOnlyList<Refusal>? refusals, string reasons, CancellationToken cancel)
    {
        if (await build.ForAsync(number, mayAct: false, null, cancel) is not { State: { Appeal: { } appeal, AppealedAt: { } at } state } found)
        {
            return Results.NotFound();
        }

        var me = http.User.Reviewer();
        Refusal? closed = state.AppealDecision is not null ? new NoAppealWaits() : state.HadAPart.Contains(me) ? new HadAPart(me) : null;
        var language = state.Drafted.Posts.Select(p => p.Language).FirstOrDefault() ?? "und";
        return Page.Of<AppealPage>(
            new AppealPageView(found.View, at, at + Promise, appeal.Words, language, closed, refusals, reasons),
            refusals is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    private async Task<IResult> DecideAsync(HttpContext http, string number, CancellationToken cancel)
    {
        var form = new NoticeActForm(await http.Request.ReadFormAsync(cancel));
        if (await shelf.FindByNumberAsync(number, cancel) is not { } id)
        {
            return Results.NotFound();
        }

        var outcome = await desk.DecideAppealAsync(
            new DecideAppeal(id, form.Version, http.User.Reviewer(), form[AppealForm.Reversed] == "yes", form[AppealForm.Reasons]), cancel);
        wakeUp.Ring();
        return outcome.Ok
            ? Results.Redirect(NoticeForms.To(number))
            : await ShowAsync(http, number, outcome.Refusals, form[AppealForm.Reasons], cancel);
    }
}
