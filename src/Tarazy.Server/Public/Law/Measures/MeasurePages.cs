using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Tarazy.Notice;
using Tarazy.Policy.Law;
using Tarazy.Policy.StateMeasures;
using Tarazy.Server.Public.Register;
using Tarazy.Server.Web;

namespace Tarazy.Server.Public.Law.Measures;

/// <summary>The register of state measures as a page and as files. The files take the same search.</summary>
internal static class MeasurePages
{
    private const string CsvHead =
        "id,country,date,date_end,kind,status,authority,authority_type,legal_basis,target,amount,currency,stated_reason,outcome,proportionality_note,sources,confidence,verified,conflict";

    public static void MapMeasures(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(MeasureQuery.Page, (HttpRequest request, LawDesk law) => Page.Of<MeasuresPage>(View(request, law)));
        routes.MapGet(MeasureQuery.Record, (string id, LawDesk law) => law.Measures.Find(id) is { } measure ? (IResult)Page.Of<MeasurePage>(measure) : Results.NotFound());
        routes.MapGet(MeasureQuery.Csv, (HttpRequest request, LawDesk law) => Results.Text(Csv(View(request, law).Found), "text/csv; header=present", Encoding.UTF8));
        routes.MapGet(MeasureQuery.Json, (HttpRequest request, LawDesk law) => Results.Json(View(request, law).Found, RecordJson.Options));
        routes.MapGet(MeasureQuery.Atom, Atom);
    }

    private static MeasuresView View(HttpRequest request, LawDesk law)
    {
        var filter = MeasureQuery.Of(request.Query);
        return new MeasuresView(filter, [.. law.Measures.All.Where(filter.Fits)]);
    }

    private static IResult Atom(HttpRequest request, LawDesk law, IOptions<NoticeOptions> desk)
    {
        var query = request.QueryString.Value?.TrimStart('?') ?? "";
        return Results.Bytes(
            MeasureAtom.Write(desk.Value.PublicAddress, query, desk.Value.DeskName, View(request, law).Found, law),
            "application/atom+xml; charset=utf-8");
    }

    private static string Csv(IEnumerable<StateMeasure> measures)
    {
        var file = new StringBuilder(CsvHead).Append("\r\n");
        foreach (var measure in measures)
        {
            var json = JsonSerializer.SerializeToElement(measure, RecordJson.Options);
            file.AppendJoin(',', CsvHead.Split(',').Select(name => RegisterCsv.Field(Value(json, name)))).Append("\r\n");
        }

        return file.ToString();
    }

    private static string? Value(JsonElement record, string name) => !record.TryGetProperty(name, out var value) ? null
        : value.ValueKind switch
        {
            JsonValueKind.Array => string.Join(' ', value.EnumerateArray().Select(one => one.GetString())),
            JsonValueKind.Number => value.GetInt64().ToString(CultureInfo.InvariantCulture),
            _ => value.GetString(),
        };
}

/// <param name="Found">Newest first.</param>
public sealed record MeasuresView(MeasureFilter Filter, IReadOnlyList<StateMeasure> Found);
