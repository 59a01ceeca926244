using System.Globalization;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Server.Web;

namespace Tarazy.Server.Workbench.Decide;

/// <summary>The decision form as it was filled in: plain text, so that a refused answer comes back exactly as it was typed.</summary>
public sealed record DecisionAnswers
{
    /// <summary>The longest answer that is read; what is longer is cut and refused by the rules on length.</summary>
    public const int MostCharacters = 10_000;

    private readonly IReadOnlyDictionary<string, string[]> _fields;

    private DecisionAnswers(IReadOnlyDictionary<string, string[]> fields) => _fields = fields;

    public static DecisionAnswers Empty { get; } = new(new Dictionary<string, string[]>());

    public Measure? Measure => int.TryParse(this[DecisionForm.Measure], CultureInfo.InvariantCulture, out var rung) && Enum.IsDefined((Measure)rung)
        ? (Measure)rung
        : null;

    /// <summary>The answer to a single field; empty when there is none.</summary>
    public string this[string field] => _fields.TryGetValue(field, out var values) && values is [var first, ..] ? first : "";

    public bool Has(string field, string value) => _fields.TryGetValue(field, out var values) && values.Contains(value);

    public static DecisionAnswers Read(IFormCollection form) => new(form.ToDictionary(
        f => f.Key,
        f => f.Value.Select(v => v is null ? "" : v.Length > MostCharacters ? v[..MostCharacters] : v.Trim()).ToArray(),
        StringComparer.Ordinal));

    /// <summary>For a macro or a test.</summary>
    public static DecisionAnswers Of(params ReadOnlySpan<(string Field, string Value)> answers)
    {
        var fields = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (field, value) in answers)
        {
            (fields.TryGetValue(field, out var values) ? values : fields[field] = []).Add(value);
        }

        return new(fields.ToDictionary(f => f.Key, f => f.Value.ToArray()));
    }

    /// <summary>The decision these answers make, or null when no rung was chosen. Whether it is carried is for the policy to say.</summary>
    public Decision? ToDecision(HarmId harm) => Measure is not { } measure ? null : new Decision(
        measure,
        harm,
        this[DecisionForm.Reasons],
        ClauseRef.Parse(this[DecisionForm.Clause]),
        measure.Restricts() ? Test() : null,
        Rabat(),
        Day(DecisionForm.EndsOn),
        Day(DecisionForm.SealedUntil),
        OrNull(DecisionForm.Territory),
        OrNull(DecisionForm.Addressee),
        OrNull(DecisionForm.ChannelReasons),
        OrNull(DecisionForm.SealReason));

    private ProportionalityAnswers Test() => new(
        this[DecisionForm.Legality],
        FormNames.Parse<LegitimateAim>(this[DecisionForm.Aim]),
        this[DecisionForm.AimReason],
        this[DecisionForm.Necessity],
        this[DecisionForm.WhyNotMilder],
        [.. Enum.GetValues<ExpressionContext>().Where(c => Has(DecisionForm.Context, FormNames.Of(c)))],
        OrNull(DecisionForm.ContextWeighed),
        Has(DecisionForm.Harmful, "yes"));

    private RabatAnswers? Rabat()
    {
        RabatAnswer[] six = [.. DecisionForm.RabatFactors.Select(Factor)];
        return six.All(a => a.Score == 0 && a.Reason.Length == 0) ? null : new(six[0], six[1], six[2], six[3], six[4], six[5]);
    }

    private RabatAnswer Factor(string factor) => new(
        int.TryParse(this[DecisionForm.RabatScore(factor)], CultureInfo.InvariantCulture, out var score) ? Math.Clamp(score, 0, 4) : 0,
        this[DecisionForm.RabatReason(factor)]);

    private DateOnly? Day(string field) =>
        DateOnly.TryParseExact(this[field], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private string? OrNull(string field) => this[field] is { Length: > 0 } value ? value : null;
}
