using System.Globalization;
using Tarazy.Records.Cases;
using Tarazy.Records.Outcomes;
using Tarazy.Review;
using Tarazy.Review.Cases;
using Tarazy.Review.Decisions;
using Tarazy.Review.Queue;
using Tarazy.Review.SecondReading;
using Tarazy.Server.Accounts;
using Tarazy.Server.Hosting;
using Tarazy.Server.Web;
using Tarazy.Server.Workbench.Cases;
using Tarazy.Server.Workbench.Desk;
using Tarazy.Server.Workbench.Queue;

namespace Tarazy.Server.Workbench.Decide;

/// <summary>Deciding, reading a second time, taking back.</summary>
internal sealed class DecidePages(
    ReviewDesk desk, CaseQueue queue, BuildDesk pages, BuildDecision decisions, NextCase next, WakeUp wakeUp)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(DecisionForm.Decide, (HttpContext http, string number, DecidePages pages, CancellationToken cancel) =>
            pages.DecideAsync(http, number, cancel)).RequireAuthorization(Roles.Reviewer);
        routes.MapPost(DecisionForm.SecondRead, (HttpContext http, string number, DecidePages pages, CancellationToken cancel) =>
            pages.ReadSecondAsync(http, number, cancel)).RequireAuthorization(Roles.SecondReader);
        routes.MapPost(DecisionForm.Undo, (HttpContext http, string number, CaseForm form, DecidePages pages, CancellationToken cancel) =>
            pages.UndoAsync(http, number, form, cancel)).RequireAuthorization(Roles.Reviewer);
    }

    private async Task<IResult> DecideAsync(HttpContext http, string number, CancellationToken cancel)
    {
        var answers = DecisionAnswers.Read(await http.Request.ReadFormAsync(cancel));
        if (await StateAsync(number, cancel) is not { } state)
        {
            return Results.NotFound();
        }

        var reader = http.User.Reviewer();
        if (answers.ToDecision(state.Harm) is not { } decision)
        {
            return await AgainAsync(http, number, answers, [new NoMeasureChosen()], cancel);
        }

        var outcome = await desk.DecideAsync(
            new DecideCase(state.Id, VersionOf(answers), reader, decision), await decisions.FactsAsync(state, cancel), cancel);
        return outcome.Ok
            ? await OnAsync(http, number, answers, undo: true, cancel)
            : await AgainAsync(http, number, answers, outcome.Refusals, cancel);
    }

    private async Task<IResult> ReadSecondAsync(HttpContext http, string number, CancellationToken cancel)
    {
        var answers = DecisionAnswers.Read(await http.Request.ReadFormAsync(cancel));
        if (await StateAsync(number, cancel) is not { } state)
        {
            return Results.NotFound();
        }

        if (answers.Measure is not { } measure)
        {
            return await AgainAsync(http, number, answers, [new NoMeasureChosen()], cancel);
        }

        var outcome = await desk.ReadSecondAsync(
            new ReadSecond(
                state.Id,
                VersionOf(answers),
                http.User.Reviewer(),
                measure,
                ClauseRef.Parse(answers[DecisionForm.Clause]),
                answers[DecisionForm.Reasons]),
            cancel);
        return outcome.Ok
            ? await OnAsync(http, number, answers, undo: false, cancel)
            : await AgainAsync(http, number, answers, outcome.Refusals, cancel);
    }

    private async Task<IResult> UndoAsync(HttpContext http, string number, CaseForm form, CancellationToken cancel)
    {
        if (await StateAsync(number, cancel) is not { } state)
        {
            return Results.NotFound();
        }

        var outcome = await desk.UndoAsync(new UndoDecision(state.Id, form.Version, http.User.Reviewer()), cancel);
        return outcome.Ok
            ? Results.Redirect(DeskAddress.Case(number, form.Filter))
            : Page.Of<DeskPage>(
                await pages.ForAsync(new DeskRequest(http.User.Reviewer(), form.Filter, Number: number, Refusals: outcome.Refusals), cancel),
                StatusCodes.Status409Conflict);
    }

    private async Task<IResult> OnAsync(HttpContext http, string number, DecisionAnswers answers, bool undo, CancellationToken cancel)
    {
        wakeUp.Ring();
        var filter = FilterOf(http);
        var to = answers[DecisionForm.Then] == "next"
            ? await next.AfterAsync(http.User.Reviewer(), filter, number, cancel)
            : DeskAddress.Case(number, filter);
        return Results.Redirect(undo ? WithUndo(to, number) : to);
    }

    private async Task<IResult> AgainAsync(
        HttpContext http, string number, DecisionAnswers answers, IReadOnlyList<Refusal> refusals, CancellationToken cancel)
    {
        var view = await pages.ForAsync(
            new DeskRequest(http.User.Reviewer(), FilterOf(http), Number: number, Answers: answers, FormRefusals: refusals), cancel);
        var moved = refusals.Any(r => r is CaseMovedOn or ClaimedByAnother or NotWaitingForThis);
        return Page.Of<DeskPage>(view, moved ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<CaseState?> StateAsync(string number, CancellationToken cancel) =>
        await queue.FindByNumberAsync(number, cancel) is { } id ? CaseState.Fold(await queue.HistoryAsync(id, cancel)) : null;

    private static string WithUndo(string address, string number)
    {
        var parts = address.Split('#', 2);
        var separator = parts[0].Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return $"{parts[0]}{separator}undo={Uri.EscapeDataString(number)}" + (parts.Length == 2 ? "#" + parts[1] : "");
    }

    private static string FilterOf(HttpContext http) =>
        http.Request.Query[CaseForms.Filter].ToString() is { Length: > 0 and < 40 } filter ? filter : "all";

    private static int VersionOf(DecisionAnswers answers) =>
        int.TryParse(answers[DecisionForm.Version], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
}

/// <summary>The form came without a rung.</summary>
public sealed record NoMeasureChosen : Refusal
{
    public override string Code => "no-measure-chosen";

    public override string Says => "Choose a measure. \"Leave alone\" is one of them.";
}
