using Tarazy.Policy.StateMeasures;
using Tarazy.Server.Web;

namespace Tarazy.Server.Public.Law.Measures;

/// <summary>The addresses of the state measures and the names in their query.</summary>
public static class MeasureQuery
{
    /// <summary>GET.</summary>
    public const string Page = "/measures";

    /// <summary>GET: one record.</summary>
    public const string Record = "/measures/{id}";
    public const string Csv = "/measures.csv";
    public const string Json = "/measures.json";
    public const string Atom = "/measures.atom";

    public const string Words = "q";
    public const string Country = "country";
    public const string Kind = "kind";
    public const string Status = "status";

    private const int LongestWords = 200;

    public static string To(string id) => $"/measures/{Uri.EscapeDataString(id)}";

    /// <summary>What a reader asked; whatever cannot be meant is left out, as if it had not been asked.</summary>
    public static MeasureFilter Of(IQueryCollection query)
    {
        string Asked(string name) => query[name] is [{ } value, ..] ? value.Trim() : "";

        var words = Asked(Words);
        return new MeasureFilter(
            words.Length > LongestWords ? words[..LongestWords] : words,
            Asked(Country) is { Length: 2 } country ? country : "",
            FormNames.TryParse<StateMeasureKind>(Asked(Kind), out var kind) ? kind : null,
            FormNames.TryParse<StateMeasureStatus>(Asked(Status), out var status) ? status : null);
    }
}

/// <param name="Words">Each of them must stand in the record.</param>
public sealed record MeasureFilter(string Words, string Country, StateMeasureKind? Kind, StateMeasureStatus? Status)
{
    public bool Fits(StateMeasure measure) =>
        (Country.Length == 0 || measure.Country == Country)
        && (Kind is null || measure.Kind == Kind)
        && (Status is null || measure.Status == Status)
        && Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => Says(measure, word));

    private static bool Says(StateMeasure measure, string word) =>
        new[] { measure.Id, measure.Authority, measure.LegalBasis, measure.Target, measure.StatedReason, measure.Outcome, measure.ProportionalityNote }
            .Any(text => text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);
}
