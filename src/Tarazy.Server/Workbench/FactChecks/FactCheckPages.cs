using Microsoft.AspNetCore.Mvc;
using Tarazy.Detect.FactChecks.Matching;
using Tarazy.Review.Queue;
using Tarazy.Server.Accounts;
using Tarazy.Server.Hosting;
using Tarazy.Server.Web;
using Tarazy.Server.Workbench.Desk;

namespace Tarazy.Server.Workbench.FactChecks;

/// <summary>Suggested fact-checks: the list that waits for people, and their answer.</summary>
internal static class FactCheckPages
{
    public static void MapFactChecks(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(FactCheckForms.List, ShowAsync);
        routes.MapPost(FactCheckForms.Judge, JudgeAsync).RequireAuthorization(Roles.Reviewer);
    }

    private static async Task<IResult> ShowAsync(BuildChecks checks, CancellationToken cancel) =>
        Page.Of<FactChecksPage>(await checks.WaitingAsync([], cancel));

    private static async Task<IResult> JudgeAsync(
        HttpContext http,
        [FromForm(Name = FactCheckForms.Match)] string? match,
        [FromForm(Name = FactCheckForms.Version)] int? version,
        [FromForm(Name = FactCheckForms.Same)] string? same,
        [FromForm(Name = FactCheckForms.Case)] string? number,
        FactCheckDesk desk,
        CaseQueue queue,
        BuildChecks checks,
        WakeUp wakeUp,
        CancellationToken cancel)
    {
        if (same is not ("yes" or "no"))
        {
            return Results.BadRequest();
        }

        var outcome = await desk.JudgeAsync(new JudgeMatch(match ?? "", version ?? -1, http.User.Reviewer().Value, same == "yes"), cancel);
        if (!outcome.Ok)
        {
            return Page.Of<FactChecksPage>(await checks.WaitingAsync(outcome.Refusals, cancel), StatusCodes.Status409Conflict);
        }

        wakeUp.Ring();
        return number is { Length: > 0 and < 40 } && await queue.FindByNumberAsync(number, cancel) is not null
            ? Results.Redirect(DeskAddress.Case(number, "all"))
            : Results.Redirect(FactCheckForms.List);
    }
}
