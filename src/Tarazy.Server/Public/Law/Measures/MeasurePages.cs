using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using Tarazy.Notice;
using Tarazy.Policy.Law;
using Tarazy.Policy.StateMeasures;
using Tarazy.Publish.StateMeasures;
using Tarazy.Server.Web;

namespace Tarazy.Server.Public.Law.Measures;

/// <summary>The register of state measures as a page and as files. The files take the same search.</summary>
internal static class MeasurePages
{
    public static void MapMeasures(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(MeasureQuery.Page, async (HttpRequest request, MeasureBook book, TimeProvider clock, CancellationToken cancel) =>
            Page.Of<MeasuresPage>(await ViewAsync(request, book, clock, cancel)));
        routes.MapGet(MeasureQuery.Record, ShowAsync);
        routes.MapGet(MeasureQuery.Csv, async (HttpRequest request, MeasureBook book, TimeProvider clock, CancellationToken cancel) =>
            Results.Text(MeasureCsv.Write((await ViewAsync(request, book, clock, cancel)).Found), "text/csv; header=present", Encoding.UTF8));
        routes.MapGet(MeasureQuery.Json, async (HttpRequest request, MeasureBook book, TimeProvider clock, CancellationToken cancel) =>
            Results.Json(MeasureJson.Of(await ViewAsync(request, book, clock, cancel)), RecordJson.Options));
        routes.MapGet(MeasureQuery.Atom, AtomAsync);
    }

    private static async Task<MeasuresView> ViewAsync(HttpRequest request, MeasureBook book, TimeProvider clock, CancellationToken cancel)
    {
        var shelf = await book.ReadAsync(cancel);
        var filter = MeasureQuery.Of(request.Query);
        return new MeasuresView(
            filter, [.. shelf.Standing.All.Where(filter.Fits)], shelf, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
    }

    private static async Task<IResult> ShowAsync(string id, HttpRequest request, MeasureBook book, CancellationToken cancel)
    {
        if ((await book.ReadAsync(cancel)).Find(id) is not { } state)
        {
            return Results.NotFound();
        }

        if (request.Query[MeasureQuery.At] is not [{ Length: > 0 } at, ..])
        {
            return Page.Of<MeasurePage>(new MeasureView(state, null));
        }

        // An address of an edition that never was leads nowhere, not to another edition: it may stand in somebody's footnote.
        return int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && state.Editions.FirstOrDefault(e => e.Number == number) is { } edition
            ? Page.Of<MeasurePage>(new MeasureView(state, edition.Number == state.Editions[^1].Number ? null : edition))
            : Results.NotFound();
    }

    private static async Task<IResult> AtomAsync(
        HttpRequest request, MeasureBook book, TimeProvider clock, MeasureAtom atom, IOptions<NoticeOptions> desk, CancellationToken cancel)
    {
        var view = await ViewAsync(request, book, clock, cancel);
        return Results.Bytes(atom.Write(desk.Value.PublicAddress, desk.Value.DeskName, view), "application/atom+xml; charset=utf-8");
    }
}

/// <param name="Found">Standing records that fit, the newest first.</param>
/// <param name="Shelf">All there is.</param>
public sealed record MeasuresView(MeasureFilter Filter, IReadOnlyList<StateMeasure> Found, MeasureShelf Shelf, DateOnly Today);

/// <param name="Older">The edition that was asked for, where it is not the newest.</param>
public sealed record MeasureView(MeasureState State, MeasureEdition? Older)
{
    public StateMeasure Record => Older?.Record ?? State.Record;
}
