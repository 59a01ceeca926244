using Tarazy.Notice.Shelf;
using Tarazy.Policy.Conflicts;
using Tarazy.Server.Public.Law.Competing;
using Tarazy.Server.Web;
using Tarazy.Server.Web.Culture;
using Tarazy.Server.Workbench.Notices;

namespace Tarazy.Server.Workbench.Measures;

/// <summary>Which laws meet on a notice, for the people of the desk: also before it is signed, and while it is sealed.</summary>
internal static class CompetingDeskPages
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(NoticeForms.Competing, ShowAsync);

    private static async Task<IResult> ShowAsync(string number, NoticeShelf shelf, CompareDesk desk, DeskDates dates, CancellationToken cancel)
    {
        if (await shelf.FindByNumberAsync(number, cancel) is not { } id || await shelf.StateAsync(id, cancel) is not { } state)
        {
            return Results.NotFound();
        }

        var decision = state.Drafted.Decision;
        var question = new JurisdictionQuestion(
            decision.Harm, decision.Measure, decision.Clause?.Jurisdiction, decision.Clause, decision.Territory, dates.DateOf(state.SignedAt ?? dates.Now));
        return Page.Of<CompetingDeskPage>(new CompetingDeskView(number, await desk.CompareAsync(question, cancel)));
    }
}

public sealed record CompetingDeskView(string Number, JurisdictionComparison Comparison);
