using System.Globalization;
using Microsoft.Extensions.Primitives;
using Tarazy.Records.Cases;
using Tarazy.Records.Demands;
using Tarazy.Server.Web;
using Tarazy.Server.Web.Culture;

namespace Tarazy.Server.Workbench.Demands;

/// <summary>What a person typed, read into values, and shown again when it is refused.</summary>
public sealed class DemandTyped
{
    private const int Longest = 20_000;
    private readonly Dictionary<string, StringValues> _fields;

    public DemandTyped(IEnumerable<KeyValuePair<string, StringValues>> fields) => _fields = fields.ToDictionary(f => f.Key, f => f.Value);

    public static DemandTyped Nothing { get; } = new([]);

    public int Version => Number(DemandForms.Version) ?? -1;

    public string this[string field] =>
        _fields.TryGetValue(field, out var values) && values is [{ } text, ..] ? (text.Length > Longest ? text[..Longest] : text) : "";

    public bool Has(string field, string value) => _fields.TryGetValue(field, out var values) && values.Contains(value);

    public string? Optional(string field) => this[field].Trim() is { Length: > 0 } text ? text : null;

    public T Choice<T>(string field)
        where T : struct, Enum => FormNames.Parse<T>(this[field]);

    public DateOnly? Day(string field) =>
        DateOnly.TryParseExact(this[field], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public DemandScope Scope() => new(
        this[DemandForms.Addresses].Split(['\n', '\r', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries),
        Optional(DemandForms.Territory),
        Optional(DemandForms.Whole),
        Many<AskedData>(DemandForms.Data));

    /// <param name="received">When the form gives no moment: now.</param>
    public DemandLetter Letter(DeskDates dates, DateTimeOffset received) => new(
        new Issuer(this[DemandForms.Issuer].Trim(), Choice<IssuerKind>(DemandForms.IssuerKind), this[DemandForms.Jurisdiction].Trim().ToLowerInvariant()),
        Choice<AddressedTo>(DemandForms.To),
        Choice<DemandKind>(DemandForms.Kind),
        Scope(),
        new DemandGround(
            this[DemandForms.Law].Trim(), this[DemandForms.Article].Trim(), this[DemandForms.Quote].Trim(), ClauseRef.Parse(this[DemandForms.Clause])),
        this[DemandForms.Language].Trim(),
        dates.Read(this[DemandForms.ReceivedAt]) ?? received,
        Choice<DemandRoad>(DemandForms.Road),
        Order(),
        Optional(DemandForms.Reference),
        dates.Read(this[DemandForms.AsksBy]));

    /// <summary>Null when no field of a seal is filled in. A seal without a day is sealed until the first of days, which is refused.</summary>
    public DemandSeal? Seal() => Any(DemandForms.SealUntil, DemandForms.SealReason, DemandForms.SealLaw)
        ? new DemandSeal(
            Day(DemandForms.SealUntil) ?? DateOnly.MinValue,
            Choice<SealGround>(DemandForms.SealGround),
            this[DemandForms.SealReason].Trim(),
            Optional(DemandForms.SealLaw))
        : null;

    /// <summary>Null when no outcome is chosen: the first of a list is no answer.</summary>
    public DemandAnswer? Answer() => !FormNames.TryParse<DemandOutcome>(this[DemandForms.Outcome], out var outcome) ? null : new DemandAnswer(
        outcome,
        Many<DemandRefusalReason>(DemandForms.Refusals),
        this[DemandForms.Words],
        [.. from kind in Enum.GetValues<GivenData>() let count = Number(DemandForms.Given + FormNames.Of(kind)) where count is not null and not 0 select new GivenCount(kind, count.Value)]);

    private CourtOrder? Order() => Any(DemandForms.Court, DemandForms.OrderNumber, DemandForms.OrderHash)
        ? new CourtOrder(
            this[DemandForms.Court].Trim(),
            this[DemandForms.OrderNumber].Trim(),
            Day(DemandForms.OrderDay) ?? DateOnly.MinValue,
            this[DemandForms.OrderHash].Trim().ToLowerInvariant())
        : null;

    private bool Any(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if (Optional(field) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private T[] Many<T>(string field)
        where T : struct, Enum => [.. Enum.GetValues<T>().Where(v => Has(field, FormNames.Of(v)))];

    private int? Number(string field) =>
        int.TryParse(this[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
