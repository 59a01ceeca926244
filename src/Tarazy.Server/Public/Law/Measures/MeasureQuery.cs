using System.Globalization;
using Tarazy.Policy.StateMeasures;
using Tarazy.Server.Web;
using Tarazy.Server.Web.Forms;

namespace Tarazy.Server.Public.Law.Measures;

/// <summary>The addresses of the state measures and the names in their query.</summary>
public static class MeasureQuery
{
    /// <summary>GET.</summary>
    public const string Page = "/measures";

    /// <summary>GET: one record; with <see cref="At"/> an older edition of it.</summary>
    public const string Record = "/measures/{id}";
    public const string Csv = "/measures.csv";
    public const string Json = "/measures.json";
    public const string Atom = "/measures.atom";

    public const string Words = "q";
    public const string Country = "country";
    public const string Kind = "kind";
    public const string Status = "status";
    public const string Ground = "ground";

    /// <summary>In the place of a ground: records that state none.</summary>
    public const string NoGround = "none";

    /// <summary>The number of an edition.</summary>
    public const string At = "at";

    private const int LongestWords = 200;

    public static string To(string id) => $"/measures/{Uri.EscapeDataString(id)}";

    public static string To(string id, int edition) => string.Create(CultureInfo.InvariantCulture, $"{To(id)}?{At}={edition}");

    public static string ToCountry(string code) => $"{Page}?{Country}={Uri.EscapeDataString(code)}";

    /// <summary>What a reader asked; whatever cannot be meant is left out, as if it had not been asked.</summary>
    public static MeasureFilter Of(IQueryCollection query)
    {
        var words = query.Asked(Words);
        return new MeasureFilter(
            words.Length > LongestWords ? words[..LongestWords] : words,
            query.Asked(Country) is { Length: 2 } country ? country : "",
            FormNames.TryParse<StateMeasureKind>(query.Asked(Kind), out var kind) ? kind : null,
            FormNames.TryParse<StateMeasureStatus>(query.Asked(Status), out var status) ? status : null,
            FormNames.TryParse<Ground>(query.Asked(Ground), out var ground) ? ground : null,
            query.Asked(Ground) == NoGround);
    }
}

/// <param name="Words">Each of them must stand in the record.</param>
/// <param name="NoGround">Only records that state no reason.</param>
public sealed record MeasureFilter(
    string Words, string Country, StateMeasureKind? Kind, StateMeasureStatus? Status, Ground? Ground = null, bool NoGround = false)
{
    /// <summary>Nothing was asked, so everything is shown.</summary>
    public bool IsEmpty => this is { Words.Length: 0, Country.Length: 0, Kind: null, Status: null, Ground: null, NoGround: false };

    /// <summary>The same search as the query of an address, with its question mark; nothing when nothing was asked.</summary>
    public string Query
    {
        get
        {
            var parts = new List<string>();
            void Add(string name, string? value)
            {
                if (value is { Length: > 0 })
                {
                    parts.Add($"{name}={Uri.EscapeDataString(value)}");
                }
            }

            Add(MeasureQuery.Words, Words);
            Add(MeasureQuery.Country, Country);
            Add(MeasureQuery.Kind, Kind is { } kind ? FormNames.Of(kind) : null);
            Add(MeasureQuery.Status, Status is { } status ? FormNames.Of(status) : null);
            Add(MeasureQuery.Ground, NoGround ? MeasureQuery.NoGround : Ground is { } ground ? FormNames.Of(ground) : null);
            return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
        }
    }

    public bool Fits(StateMeasure measure) =>
        (Country.Length == 0 || measure.Country == Country)
        && (Kind is null || measure.Kind == Kind)
        && (Status is null || measure.Status == Status)
        && (Ground is not { } ground || measure.Grounds.Contains(ground))
        && (!NoGround || measure.Grounds.Count == 0)
        && Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => Says(measure, word));

    private static bool Says(StateMeasure measure, string word) =>
        MeasureFields.Of(measure).Any(field => field.Text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
