using Microsoft.AspNetCore.Http.HttpResults;
using Tarazy.Demand;
using Tarazy.Demand.Answers;
using Tarazy.Demand.Basis;
using Tarazy.Demand.Demands;
using Tarazy.Demand.Linking;
using Tarazy.Demand.Narrowing;
using Tarazy.Demand.Objections;
using Tarazy.Demand.Receiving;
using Tarazy.Demand.Sealing;
using Tarazy.Demand.Shelf;
using Tarazy.Demand.Verifying;
using Tarazy.Demand.Withdrawals;
using Tarazy.Records.Cases;
using Tarazy.Records.Demands;
using Tarazy.Records.Outcomes;
using Tarazy.Server.Accounts;
using Tarazy.Server.Hosting;
using Tarazy.Server.Web;
using Tarazy.Server.Web.Culture;

namespace Tarazy.Server.Workbench.Demands;

/// <summary>The demands at the desk, and what can be done with one.</summary>
internal sealed class DemandPages(DemandShelf shelf, BuildDemand build, DemandDesk desk, DeskDates dates, WakeUp wakeUp)
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
        var outcome = await desk.ReceiveAsync(new ReceiveDemand(http.User.Reviewer(), typed.Letter(dates, dates.Now), typed.Seal()), cancel);
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
        if (await ActOrNullAsync(act, id, typed, http.User.Reviewer(), cancel) is not { } outcome)
        {
            return Results.NotFound();
        }

        wakeUp.Ring();
        return outcome.Ok
            ? Results.Redirect(DemandForms.AddressOf(number))
            : await ShowAsync(http, number, typed, act, outcome.Refusals, cancel);
    }

    private async Task<Outcome<DemandState>?> ActOrNullAsync(string act, DemandId id, DemandTyped typed, ReviewerId by, CancellationToken cancel) => act switch
    {
        DemandForms.Verify => await desk.VerifyAsync(Verification(id, typed, by), cancel),
        DemandForms.AskBack => await desk.AskBackAsync(new AskBack(id, typed.Version, by, typed[DemandForms.Words]), cancel),
        DemandForms.Narrow => await desk.NarrowAsync(new NarrowDemand(id, typed.Version, by, typed.Scope(), typed[DemandForms.Reason]), cancel),
        DemandForms.Basis => await desk.CheckBasisAsync(new CheckBasis(id, typed.Version, by, ClauseRef.Parse(typed[DemandForms.Clause])), cancel),
        DemandForms.Link => await desk.LinkCaseAsync(new LinkCase(id, typed.Version, by, typed[DemandForms.CaseNumber]), cancel),
        DemandForms.Answer => typed.Answer() is { } answer
            ? await desk.AnswerAsync(new AnswerDemand(id, typed.Version, by, answer), cancel)
            : new NoOutcomeChosen(),
        DemandForms.Read => await desk.ReadAnswerAsync(
            new ReadAnswer(id, typed.Version, by, typed[DemandForms.Agrees] == "yes", typed[DemandForms.Words]), cancel),
        DemandForms.ReadSeal => await desk.ReadSealAsync(
            new ReadSeal(id, typed.Version, by, typed[DemandForms.Agrees] == "yes", typed[DemandForms.Words]), cancel),
        DemandForms.Give => await desk.GiveAnswerAsync(new GiveAnswer(id, typed.Version, by, typed[DemandForms.Proof]), cancel),
        DemandForms.Withdraw => await desk.WithdrawAsync(new RecordWithdrawal(id, typed.Version, by, typed[DemandForms.Words]), cancel),
        DemandForms.Object => await desk.ObjectAsync(
            new OpenObjection(id, typed.Version, by, typed.Choice<ObjectionFrom>(DemandForms.From), typed[DemandForms.Words]), cancel),
        DemandForms.DecideObjection => await desk.DecideObjectionAsync(
            new DecideObjection(id, typed.Version, by, typed[DemandForms.Reversed] == "yes", typed[DemandForms.Reasons]), cancel),
        _ => (Outcome<DemandState>?)null,
    };

    private VerifyIssuer Verification(DemandId id, DemandTyped typed, ReviewerId by) => new(
        id,
        typed.Version,
        by,
        typed.Choice<IssuerCheck>(DemandForms.Check),
        typed[DemandForms.Noted],
        typed.Optional(DemandForms.MailHost),
        dates.Read(typed[DemandForms.CalledAt]),
        typed[DemandForms.FoundElsewhere] == "yes");
}
