using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Tarazy.Ingest.Telegram.Preview;

/// <summary>Numbers as the page writes them: <c>4.85K</c>, <c>1,1M</c>, <c>2 345</c>, and the channel's own in <c>data-view</c>.</summary>
internal static partial class PreviewNumbers
{
    private const int MostViewBytes = 1024;

    public static long? Count(string? text)
    {
        if (text is null || text.Length > 40)
        {
            return null;
        }

        var match = Shape().Match(text.Trim());
        if (!match.Success)
        {
            return null;
        }

        var digits = Blanks().Replace(match.Groups["digits"].Value, "");
        var unit = match.Groups["unit"].Value;

        // With a unit a comma parts the fraction; without one it parts thousands.
        digits = unit.Length > 0 ? digits.Replace(',', '.') : digits.Replace(",", "", StringComparison.Ordinal);
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > 1_000_000_000_000m)
        {
            return null;
        }

        return (long)(number * unit.ToUpperInvariant() switch { "K" => 1_000m, "M" => 1_000_000m, "B" => 1_000_000_000m, _ => 1m });
    }

    /// <summary>The channel's number: field <c>c</c> of the base64 JSON in <c>data-view</c>, written negative there.</summary>
    public static long? Channel(string? dataView)
    {
        if (dataView is null || dataView.Length > MostViewBytes)
        {
            return null;
        }

        var bytes = new byte[MostViewBytes];
        if (Base64Url.DecodeFromUtf8(Encoding.UTF8.GetBytes(dataView), bytes, out _, out var length) != System.Buffers.OperationStatus.Done)
        {
            return null;
        }

        try
        {
            using var view = JsonDocument.Parse(bytes.AsMemory(0, length), new JsonDocumentOptions { MaxDepth = 4 });
            return view.RootElement.ValueKind == JsonValueKind.Object
                && view.RootElement.TryGetProperty("c", out var c) && c.ValueKind == JsonValueKind.Number
                && c.TryGetInt64(out var number) && number is not (0 or long.MinValue)
                ? Math.Abs(number)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^(?<digits>\d[\d\s.,]*)(?<unit>[KMBkmb]?)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();

    [GeneratedRegex(@"\s", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
