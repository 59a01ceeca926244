using Tarazy.Policy.Clocks;
using Tarazy.Policy.Law;
using Tarazy.Policy.Loading;
using Tarazy.Publish.StateMeasures;
using Tarazy.Server.Web;
using Tarazy.Server.Web.Culture;

namespace Tarazy.Server.Public.Law.Clauses;

/// <summary>The packs as pages, for programs, and the schema of their files.</summary>
internal static class PackPages
{
    public static void MapPacks(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(PackQuery.Index, async (Packs law, LawDesk desk, MeasureBook measures, DeskDates dates, CancellationToken cancel) =>
            Page.Of<LawPage>(BuildPack.Index(law, desk, (await measures.ReadAsync(cancel)).Standing, dates.Today)));
        routes.MapGet(PackQuery.Pack, ShowAsync);
        routes.MapGet(PackQuery.Api, (Packs law) => Results.Json(law.All.Select(PackReply.Line), PackReply.Options));
        routes.MapGet(PackQuery.ApiPack, (string pack, HttpRequest request, Packs law, TimeProvider clock) =>
            law.Find(pack) is { } found ? Results.Json(PackReply.Of(found, law, PackQuery.Of(request.Query, Today(found, clock))), PackReply.Options) : Results.NotFound());
        routes.MapGet(PackSchema.Address, () => Results.Text(PackSchema.Text, "application/schema+json"));
    }

    private static async Task<IResult> ShowAsync(
        string pack, HttpRequest request, Packs law, LawDesk desk, MeasureBook measures, TimeProvider clock, CancellationToken cancel) =>
        law.Find(pack) is { } found
            ? Page.Of<PackPage>(BuildPack.From(
                found, law, desk, (await measures.ReadAsync(cancel)).Standing, PackQuery.Of(request.Query, Today(found, clock))))
            : Results.NotFound();

    // A clause begins at midnight where it holds, not where the desk is.
    private static DateOnly Today(Pack pack, TimeProvider clock) =>
        Deadlines.Today(pack.Calendar, clock.GetUtcNow()).Value?.Day ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
