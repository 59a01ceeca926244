using System.Text.Json.Nodes;

namespace Tarazy.Policy.Loading;

/// <summary>How the values of a pack are written in JSON Schema.</summary>
internal static class ValueShapes
{
    public const string LocalRef = "#/$defs/local";

    public static JsonObject Text() => new() { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = Fields.LongestText };

    /// <summary>A text, <c>unknown</c>, or nothing.</summary>
    public static JsonObject OptionalText() => new() { ["type"] = new JsonArray("string", "null"), ["maxLength"] = Fields.LongestText };

    public static JsonObject Id() => new() { ["type"] = "string", ["pattern"] = "^[a-z0-9][a-z0-9-]{0,59}$" };

    public static JsonObject Number(int least, int most) => new() { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most };

    public static JsonObject Flag() => new() { ["type"] = "boolean" };

    public static JsonObject Day() => new() { ["type"] = new JsonArray("string", "null"), ["pattern"] = @"^(\d{4}-\d{2}-\d{2}|unknown)$" };

    public static JsonObject Word<T>(char joint)
        where T : struct, Enum => new() { ["enum"] = new JsonArray([.. Enum.GetValues<T>().Select(value => JsonValue.Create(Words.Of(value, joint)))]) };

    public static JsonObject List(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    public static JsonObject Local() => new() { ["$ref"] = LocalRef };
}
