using Microsoft.AspNetCore.Http.HttpResults;
using Tarazy.Demand.Shelf;
using Tarazy.Records.Outcomes;
using Tarazy.Server.Accounts;
using Tarazy.Server.Hosting;
using Tarazy.Server.Web;

namespace Tarazy.Server.Workbench.Demands;

/// <summary>The demands at the desk, and what can be done with one.</summary>
internal sealed class DemandPages(DemandShelf shelf, BuildDemand build, TypedDemands acts, WakeUp wakeUp)
{
    private const int Most = 500;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(DemandForms.List, (DemandPages pages, string? filter, CancellationToken cancel) =>
            pages.ListAsync(FormNames.Parse<DemandPile>(filter), cancel));
        routes.MapGet(DemandForms.New, (DemandPages pages) => pages.ShowNew(DemandTyped.Nothing)).RequireAuthorization(Roles.Reviewer);
        routes.MapPost(DemandForms.New, (HttpContext http, DemandPages pages, CancellationToken cancel) =>
            pages.ReceiveAsync(http, cancel)).RequireAuthorization(Roles.Reviewer);
        routes.MapGet(DemandForms.Show, (HttpContext http, DemandPages pages, string number, CancellationToken cancel) =>
            pages.ShowAsync(http, number, null, null, null, cancel));
        routes.MapPost(DemandForms.ReadRoute, (HttpContext http, DemandPages pages, string number, CancellationToken cancel) =>
            pages.ActAsync(http, number, DemandForms.Read, cancel)).RequireAuthorization(Roles.SecondReader);
        routes.MapPost(DemandForms.ReadSealRoute, (HttpContext http, DemandPages pages, string number, CancellationToken cancel) =>
            pages.ActAsync(http, number, DemandForms.ReadSeal, cancel)).RequireAuthorization(Roles.SecondReader);
        routes.MapPost(DemandForms.DecideRoute, (HttpContext http, DemandPages pages, string number, CancellationToken cancel) =>
            pages.ActAsync(http, number, DemandForms.DecideObjection, cancel)).RequireAuthorization(Roles.Ombudsperson);
        routes.MapPost(DemandForms.Act, (HttpContext http, DemandPages pages, string number, string act, CancellationToken cancel) =>
            pages.ActAsync(http, number, act, cancel)).RequireAuthorization(Roles.Reviewer);
    }

    private async Task<IResult> ListAsync(DemandPile pile, CancellationToken cancel)
    {
        var counts = new Dictionary<DemandPile, int>();
        foreach (var one in Enum.GetValues<DemandPile>())
        {
            counts[one] = await shelf.CountAsync(one, cancel);
        }

        return Page.Of<DemandListPage>(new DemandListView(pile, counts, await shelf.ListAsync(pile, Most, cancel)));
    }

    private RazorComponentResult<NewDemandPage> ShowNew(DemandTyped typed, IReadOnlyList<Refusal>? refusals = null) => Page.Of<NewDemandPage>(
        new NewDemandView(build.Clauses(null), typed, refusals), refusals is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);

    private async Task<IResult> ReceiveAsync(HttpContext http, CancellationToken cancel)
    {
        var typed = new DemandTyped(await http.Request.ReadFormAsync(cancel));
        var outcome = await acts.ReceiveAsync(typed, http.User.Reviewer(), cancel);
        if (!outcome.Ok)
        {
            return ShowNew(typed, outcome.Refusals);
        }

        wakeUp.Ring();
        return Results.Redirect(DemandForms.AddressOf(outcome.Value.Received.Number));
    }

    private async Task<IResult> ShowAsync(
        HttpContext http, string number, DemandTyped? typed, string? act, IReadOnlyList<Refusal>? refusals, CancellationToken cancel) =>
        await build.ForAsync(number, http.User, typed, act, refusals, cancel) is { } view
            ? Page.Of<DemandPage>(view, refusals is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict)
            : Results.NotFound();

    private async Task<IResult> ActAsync(HttpContext http, string number, string act, CancellationToken cancel)
    {
        if (await shelf.FindByNumberAsync(number, cancel) is not { } id)
        {
            return Results.NotFound();
        }

        var typed = new DemandTyped(await http.Request.ReadFormAsync(cancel));
        if (await acts.ActOrNullAsync(act, id, typed, http.User.Reviewer(), cancel) is not { } outcome)
        {
            return Results.NotFound();
        }

        wakeUp.Ring();
        return outcome.Ok
            ? Results.Redirect(DemandForms.AddressOf(number))
            : await ShowAsync(http, number, typed, act, outcome.Refusals, cancel);
    }
}
