using System.Globalization;
using Tarazy.Policy.Ages;
using Tarazy.Policy.Law;
using Tarazy.Policy.StateMeasures;
using Tarazy.Publish.StateMeasures;
using Tarazy.Records.Outcomes;

namespace Tarazy.Server.Workbench.Measures;

/// <summary>What was typed, by field. It goes back into the form whatever is wrong with it: nothing that a person wrote is lost.</summary>
public sealed record MeasureDraft(IReadOnlyDictionary<string, string> Texts, string Reason = "")
{
    public static MeasureDraft Empty { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal));

    public string this[string field] => Texts.GetValueOrDefault(field, "");

    public static MeasureDraft Of(StateMeasure record) =>
        new(MeasureFields.Of(record).ToDictionary(field => field.Name, field => field.Text, StringComparer.Ordinal));

    public bool Has(string field, string word) => this[field].Split(' ').Contains(word, StringComparer.Ordinal);
}

/// <summary>Reads the form of a record. Everything wrong is said at once, each with its field.</summary>
internal static class ReadMeasureForm
{
    private const long LargestAmount = 1_000_000_000_000_000;

    /// <param name="id">Of the record that is revised, which no form can change; null for a new one.</param>
    public static MeasureDraft Draft(IFormCollection form, string? id)
    {
        var texts = MeasureFields.Names.ToDictionary(
            name => name,
            name => string.Join(' ', form[name].OfType<string>().Select(Clean).Where(text => text.Length > 0)),
            StringComparer.Ordinal);
        if (id is not null)
        {
            texts["id"] = id;
        }

        return new MeasureDraft(texts, form[MeasureForm.Reason].ToString().Trim());
    }

    public static Outcome<StateMeasure> Read(MeasureDraft draft)
    {
        var faults = new List<Refusal>();
        T? Fault<T>(string field, MeasureFault fault)
        {
            faults.Add(new MeasureFaulty(field, fault));
            return default;
        }

        string Owed(string field) => draft[field].Length > 0 ? draft[field] : Fault<string>(field, MeasureFault.Missing) ?? "";
        string? Free(string field) => draft[field] is { Length: > 0 } text ? text : null;
        T Word<T>(string field)
            where T : struct, Enum =>
            draft[field].Length == 0 ? Fault<T>(field, MeasureFault.Missing) : Known<T>(draft[field]) ?? Fault<T>(field, MeasureFault.NoSuchWord);
        PartialDate? Date(string field) => Free(field) is not { } text ? null : PartialDate.TryParse(text, out var date) ? date : Fault<PartialDate?>(field, MeasureFault.NoDate);

        var record = new StateMeasure(
            Owed("id"),
            draft["country"] is { Length: 2 } country && country.All(char.IsAsciiLetterUpper) ? country : Fault<string>("country", MeasureFault.NoCountry) ?? "",
            draft["date"].Length == 0 ? Fault<PartialDate>("date", MeasureFault.Missing) : Date("date") ?? default,
            Date("date_end"),
            Word<StateMeasureKind>("kind"),
            Word<StateMeasureStatus>("status"),
            Owed("authority"),
            Word<AuthorityType>("authority_type"),
            Free("legal_basis"),
            Owed("target"),
            Free("amount") is not { } sum ? null
                : long.TryParse(sum, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) && amount <= LargestAmount ? amount
                : Fault<long?>("amount", MeasureFault.NoAmount),
            Free("currency") is not { } money ? null
                : money.Length == 3 && money.All(char.IsAsciiLetterUpper) ? money
                : Fault<string>("currency", MeasureFault.NoCurrency),
            Free("hours"),
            Free("stated_reason"),
            [.. Split(draft["grounds"]).Select(word => Known<Ground>(word) ?? Fault<Ground>("grounds", MeasureFault.NoSuchWord)).Distinct().Order()],
            Owed("outcome"),
            Free("undone_because") is null ? null : Word<UndoneBecause>("undone_because"),
            Free("proportionality_note"),
            [.. Split(draft["sources"]).Select(address => IsAddress(address) ? address : Fault<string>("sources", MeasureFault.NoAddress) ?? "").Distinct(StringComparer.Ordinal)],
            Word<Confidence>("confidence"),
            Word<HowChecked>("verified"),
            Free("conflict"));
        return faults.Count > 0 ? Outcome<StateMeasure>.Refused([.. faults.Distinct()]) : record;
    }

    private static string[] Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https");

    private static T? Known<T>(string word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (MeasureFields.Word(value) == word)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>One line of plain words: files, feeds and tables of the register have no place for a control character.</summary>
    private static string Clean(string text) =>
        string.Join(' ', string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
