using Microsoft.AspNetCore.Mvc;
using Tarazy.Detect.Labels;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Records.Outcomes;
using Tarazy.Review;
using Tarazy.Review.Cases;
using Tarazy.Review.Claiming;
using Tarazy.Review.Naming;
using Tarazy.Review.Notes;
using Tarazy.Review.Queue;
using Tarazy.Review.Reopening;
using Tarazy.Server.Accounts;
using Tarazy.Server.Hosting;
using Tarazy.Server.Web;
using Tarazy.Server.Workbench.Desk;
using Tarazy.Server.Workbench.Labels;
using Tarazy.Server.Workbench.Queue;

namespace Tarazy.Server.Workbench.Cases;

/// <summary>The small acts on a case. Each answers with a redirect, or with the desk and what was refused.</summary>
internal static class CasePages
{
    public static void MapCases(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(CaseForms.Claim, ClaimAsync).RequireAuthorization(Roles.SecondReader);
        routes.MapPost(CaseForms.Release, ReleaseAsync).RequireAuthorization(Roles.SecondReader);
        routes.MapPost(CaseForms.Note, NoteAsync).RequireAuthorization(Roles.SecondReader);
        routes.MapPost(CaseForms.Reopen, ReopenAsync).RequireAuthorization(Roles.Reviewer);
        routes.MapPost(LabelForms.NameHarm, NameHarmAsync).RequireAuthorization(Roles.Reviewer);
        routes.MapPost(CaseForms.Skip, SkipAsync).RequireAuthorization(Roles.SecondReader);
    }

    private static Task<IResult> ClaimAsync(HttpContext http, string number, CaseForm form, ReviewDesk desk, CancellationToken cancel) =>
        ActAsync(http, number, form, (id, version, by) => desk.ClaimAsync(new ClaimCase(id, version, by), cancel), cancel);

    private static Task<IResult> ReleaseAsync(HttpContext http, string number, CaseForm form, ReviewDesk desk, CancellationToken cancel) =>
        ActAsync(http, number, form, (id, version, by) => desk.ReleaseAsync(new ReleaseCase(id, version, by), cancel), cancel);

    private static Task<IResult> NoteAsync(HttpContext http, string number, CaseForm form, ReviewDesk desk, CancellationToken cancel) =>
        ActAsync(http, number, form, (id, version, by) => desk.AddNoteAsync(new AddNote(id, version, by, form.Words), cancel), cancel);

    private static Task<IResult> ReopenAsync(HttpContext http, string number, CaseForm form, ReviewDesk desk, CancellationToken cancel) =>
        ActAsync(http, number, form, (id, version, by) => desk.ReopenAsync(new ReopenCase(id, version, by, form.Words), cancel), cancel);

    private static Task<IResult> NameHarmAsync(
        HttpContext http,
        string number,
        CaseForm form,
        [FromForm(Name = LabelForms.Label)] string? harm,
        ReviewDesk desk,
        ILabelDecisions decisions,
        CancellationToken cancel) => ActAsync(
            http,
            number,
            form,
            (id, version, by) => desk.NameHarmAsync(new NameHarm(id, version, by, new HarmId(decisions.Categories.Contains(harm ?? "") ? harm! : "")), cancel),
            cancel);

    /// <summary>A case that is skipped is given back and stays where it is.</summary>
    private static async Task<IResult> SkipAsync(HttpContext http, string number, CaseForm form, ReviewDesk desk, NextCase next, CancellationToken cancel)
    {
        var released = await ActAsync(http, number, form, (id, version, by) => desk.ReleaseAsync(new ReleaseCase(id, version, by), cancel), cancel);
        return released is IStatusCodeHttpResult { StatusCode: >= 400 } refused
            ? (IResult)refused
            : Results.Redirect(await next.AfterAsync(http.User.Reviewer(), form.Filter, number, cancel));
    }

    private static async Task<IResult> ActAsync(
        HttpContext http,
        string number,
        CaseForm form,
        Func<CaseId, int, ReviewerId, Task<Outcome<CaseState>>> act,
        CancellationToken cancel)
    {
        var services = http.RequestServices;
        if (await services.GetRequiredService<CaseQueue>().FindByNumberAsync(number, cancel) is not { } id)
        {
            return Results.NotFound();
        }

        var outcome = await act(id, form.Version, http.User.Reviewer());
        if (outcome.Ok)
        {
            services.GetRequiredService<WakeUp>().Ring();
            return Results.Redirect(DeskAddress.Case(number, form.Filter));
        }

        var view = await services.GetRequiredService<BuildDesk>().ForAsync(
            new DeskRequest(http.User.Reviewer(), form.Filter, Number: number, Refusals: outcome.Refusals), cancel);
        return Page.Of<DeskPage>(view, StatusCodes.Status409Conflict);
    }
}
