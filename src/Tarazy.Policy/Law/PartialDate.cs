using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tarazy.Policy.Law;

/// <summary>A day, a month or a year, as far as it is known: <c>2026-03-28</c>, <c>2026-04</c>, <c>2027</c>. What is not known is never filled in.</summary>
[JsonConverter(typeof(AsWritten))]
public readonly record struct PartialDate
{
    private static readonly string[] Forms = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    private readonly string? _text;

    private PartialDate(string text, DateOnly first, DateOnly last) => (_text, First, Last) = (text, first, last);

    /// <summary>The first day that it can mean.</summary>
    public DateOnly First { get; }

    /// <summary>The last day that it can mean.</summary>
    public DateOnly Last { get; }

    public bool IsDay => First == Last;

    public static bool TryParse(string text, out PartialDate date)
    {
        for (var parts = 0; parts < Forms.Length; parts++)
        {
            if (DateOnly.TryParseExact(text, Forms[parts], CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
            {
                var last = parts switch { 0 => first.AddYears(1).AddDays(-1), 1 => first.AddMonths(1).AddDays(-1), _ => first };
                date = new PartialDate(text, first, last);
                return true;
            }
        }

        date = default;
        return false;
    }

    public override string ToString() => _text ?? string.Empty;

    private sealed class AsWritten : JsonConverter<PartialDate>
    {
        public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is { } text && TryParse(text, out var date) ? date : throw new JsonException("This is no day, month or year.");

        public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
