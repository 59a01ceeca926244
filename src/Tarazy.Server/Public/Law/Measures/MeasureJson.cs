using System.Text.Json;
using System.Text.Json.Nodes;
using Tarazy.Policy.Law;
using Tarazy.Publish.StateMeasures;

namespace Tarazy.Server.Public.Law.Measures;

/// <summary>The records with what happened to each. Written member by member: who wrote an edition stays in the desk's own table.</summary>
internal static class MeasureJson
{
    public static JsonArray Of(MeasuresView view) =>
        new([.. view.Found.Select(measure => Of(view.Shelf.Find(measure.Id)!)), .. view.Filter.IsEmpty ? view.Shelf.Withdrawn.Select(Of) : []]);

    private static JsonNode Of(MeasureState state)
    {
        var record = JsonSerializer.SerializeToNode(state.Record, RecordJson.Options)!.AsObject();
        record["version"] = state.Editions[^1].Number;
        record["withdrawn"] = state.Withdrawn;
        record["history"] = new JsonArray([.. state.Editions.Select(Of)]);
        return record;
    }

    private static JsonNode Of(MeasureEdition edition) => new JsonObject
    {
        ["version"] = edition.Number,
        ["at"] = JsonSerializer.SerializeToNode(edition.At.UtcDateTime, RecordJson.Options),
        ["what"] = JsonSerializer.SerializeToNode(edition.Kind, RecordJson.Options),
        ["by"] = JsonSerializer.SerializeToNode(edition.Origin, RecordJson.Options),
        ["reason"] = edition.Reason,
        ["changes"] = new JsonArray([.. edition.Changes.Select(change => new JsonObject
        {
            ["field"] = change.Field,
            ["before"] = change.Before,
            ["after"] = change.After,
        })]),
    };
}
