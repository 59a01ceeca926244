using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tarazy.Records.Canonical;

/// <summary>
/// Canonical bytes of JSON (RFC 8785), for what is hashed and signed. Numbers are whole and within ±2^53, because that is
/// all the desk writes and it keeps the number rules of the RFC simple; anything else is refused.
/// </summary>
public static class CanonicalJson
{
    private const long LargestExact = 1L << 53;

    public static byte[] Bytes(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Serialises a value and gives its canonical bytes.</summary>
    public static byte[] Of<T>(T value) => Bytes(JsonSerializer.SerializeToNode(value, DeskJson.Options));

    private static void Write(JsonNode? node, StringBuilder to)
    {
        switch (node)
        {
            case null:
                to.Append("null");
                break;
            case JsonObject members:
                WriteObject(members, to);
                break;
            case JsonArray items:
                to.Append('[');
                for (var i = 0; i < items.Count; i++)
                {
                    to.Append(i == 0 ? "" : ",");
                    Write(items[i], to);
                }

                to.Append(']');
                break;
            default:
                WriteValue(node.AsValue(), to);
                break;
        }
    }

    private static void WriteObject(JsonObject members, StringBuilder to)
    {
        to.Append('{');
        var separator = "";

        // RFC 8785, 3.2.3: names are sorted by UTF-16 code units, which is what ordinal comparison does.
        foreach (var (name, value) in members.OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            to.Append(separator);
            WriteString(name, to);
            to.Append(':');
            Write(value, to);
            separator = ",";
        }

        to.Append('}');
    }

    private static void WriteValue(JsonValue value, StringBuilder to)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.True:
                to.Append("true");
                break;
            case JsonValueKind.False:
                to.Append("false");
                break;
            case JsonValueKind.String:
                WriteString(value.GetValue<string>(), to);
                break;
            case JsonValueKind.Number when long.TryParse(value.ToJsonString(), CultureInfo.InvariantCulture, out var whole)
                                           && whole is >= -LargestExact and <= LargestExact:
                to.Append(CultureInfo.InvariantCulture, $"{whole}");
                break;
            default:
                throw new NotSupportedException($"{value.ToJsonString()} has no canonical form here: only whole numbers up to 2^53.");
        }
    }

    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f" +
        "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f");

    private static void WriteString(string text, StringBuilder to)
    {
        to.Append('"');
        var rest = text.AsSpan();
        while (rest.IndexOfAny(Escaped) is var at and >= 0)
        {
            to.Append(rest[..at]);
            to.Append(rest[at] switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\t' => "\\t",
                '\n' => "\\n",
                '\f' => "\\f",
                '\r' => "\\r",
                var control => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)control:x4}"),
            });
            rest = rest[(at + 1)..];
        }

        to.Append(rest).Append('"');
    }
}
