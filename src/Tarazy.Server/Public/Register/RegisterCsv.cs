using System.Globalization;
using System.Text;
using Tarazy.Server.Web;
using Published = Tarazy.Publish.Register;

namespace Tarazy.Server.Public.Register;

/// <summary>The register as RFC 4180 has it: ids instead of names, times in UTC, so that the file reads the same in every language.</summary>
internal static class RegisterCsv
{
    private const string Head =
        "number,entry,signed_at,sent_at,answered_at,outcome,harm,measure,clause,territory,addressee,channel,appealed,reversed,withdrawn,sealed_until,erased_at";

    // What a spreadsheet takes for the start of a formula, wide forms included. A quote before it makes it text.
    private const string Formula = "=+-@\t\r\n＝＋－＠";

    public static string Write(IEnumerable<Published.RegisterLine> lines)
    {
        var file = new StringBuilder(Head).Append("\r\n");
        foreach (var line in lines)
        {
            file.AppendJoin(',', Fields(line).Select(Field)).Append("\r\n");
        }

        return file.ToString();
    }

    internal static string Field(string? value)
    {
        var text = value is { Length: > 0 } && Formula.Contains(value[0], StringComparison.Ordinal) ? "'" + value : value ?? "";
        return text.AsSpan().ContainsAny("\",\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private static string?[] Fields(Published.RegisterLine line) =>
    [
        line.Number,
        line.FirstEntry.ToString(CultureInfo.InvariantCulture),
        Time(line.SignedAt),
        Time(line.SentAt),
        Time(line.AnsweredAt),
        line.Outcome is { } outcome ? FormNames.Of(outcome) : null,
        line.Subject?.Harm,
        line.Subject is { } subject ? FormNames.Of(subject.Measure) : null,
        line.Subject?.Clause,
        line.Subject?.Territory,
        line.Subject?.Addressee,
        line.Subject?.Channel,
        Flag(line.Appealed),
        Flag(line.Reversed),
        Flag(line.Withdrawn),
        line.SealedUntil?.ToString("O", CultureInfo.InvariantCulture),
        Time(line.ErasedAt),
    ];

    private static string Flag(bool value) => value ? "true" : "false";

    private static string? Time(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
