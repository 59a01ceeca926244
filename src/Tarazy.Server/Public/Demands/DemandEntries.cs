using System.Text.Json;
using Tarazy.Publish.Register;
using Tarazy.Records.Canonical;
using Tarazy.Records.Demands;

namespace Tarazy.Server.Public.Demands;

/// <summary>What stands in an open entry of a demand (<c>docs/formats/demand.md</c>), as far as the page shows it.</summary>
public sealed record DemandEntryContent
{
    public string? Issuer { get; init; }

    public string? Law { get; init; }

    public string? Article { get; init; }

    public string? Quote { get; init; }

    public string? Language { get; init; }

    public string? Clause { get; init; }

    public DateOnly? On { get; init; }

    public DemandRoad? Road { get; init; }

    public DateTimeOffset? ReceivedAt { get; init; }

    public DemandScope? Scope { get; init; }

    /// <summary>The scope before a narrowing, or who objects.</summary>
    public JsonElement? From { get; init; }

    public DemandScope? To { get; init; }

    public CourtOrder? CourtOrder { get; init; }

    public IssuerCheck? Check { get; init; }

    public string? Words { get; init; }

    public string? Reason { get; init; }

    public DateOnly? Until { get; init; }

    public DemandOutcome? Outcome { get; init; }

    /// <summary>Words of a decision, or reasons out of the vocabulary.</summary>
    public JsonElement? Reasons { get; init; }

    public IReadOnlyList<GivenCount>? Given { get; init; }

    public bool? Reversed { get; init; }

    /// <returns>Null while the entry is sealed, and after an erasure.</returns>
    public static DemandEntryContent? Of(RegisteredEntry entry) =>
        entry is { Openness: Openness.Open, Content: { } content } ? JsonSerializer.Deserialize<DemandEntryContent>(content, DeskJson.Options) : null;

    public IReadOnlyList<DemandRefusalReason> RefusalReasons =>
        Reasons is { ValueKind: JsonValueKind.Array } list ? list.Deserialize<DemandRefusalReason[]>(DeskJson.Options) ?? [] : [];

    public string? ReasonWords => Reasons is { ValueKind: JsonValueKind.String } words ? words.GetString() : Reason;

    public ObjectionFrom? ObjectionFrom =>
        From is { ValueKind: JsonValueKind.String } from ? from.Deserialize<ObjectionFrom>(DeskJson.Options) : null;
}
