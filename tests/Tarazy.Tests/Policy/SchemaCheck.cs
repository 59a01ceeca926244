using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Tarazy.Tests.Policy;

/// <summary>The part of JSON Schema (2020-12) that the schema of packs uses. A keyword it does not know fails, so that none is passed over.</summary>
internal static class SchemaCheck
{
    private static readonly string[] Silent = ["$schema", "$id", "title", "description", "$defs"];

    public static IReadOnlyList<string> Of(JsonNode document, JsonObject schema, string? definition = null)
    {
        var faults = new List<string>();
        Check(document, definition is null ? schema : schema["$defs"]![definition]!.AsObject(), schema, "$", faults);
        return faults;
    }

    private static void Check(JsonNode? value, JsonObject schema, JsonObject root, string at, List<string> faults)
    {
        foreach (var (keyword, rule) in schema.Where(member => !Silent.Contains(member.Key)))
        {
            var says = keyword switch
            {
                "$ref" => Inner(value, root["$defs"]![rule!.GetValue<string>().Split('/')[^1]]!.AsObject()),
                "allOf" => rule!.AsArray().SelectMany(one => Inner(value, one!.AsObject())),
                "anyOf" => rule!.AsArray().Any(one => !Inner(value, one!.AsObject()).Any()) ? [] : ["fits no alternative"],
                "type" => Kinds(rule!).Contains(KindOf(value)) ? [] : [$"is {KindOf(value)}"],
                "enum" => rule!.AsArray().Any(one => JsonNode.DeepEquals(one, value)) ? [] : ["is no word of the list"],
                "pattern" => value is JsonValue text && KindOf(value) == "string" && !Regex.IsMatch(text.GetValue<string>(), rule!.GetValue<string>(), RegexOptions.None, TimeSpan.FromSeconds(1)) ? ["does not fit its pattern"] : [],
                "minLength" => KindOf(value) == "string" && value!.GetValue<string>().Length < rule!.GetValue<int>() ? ["is too short"] : [],
                "maxLength" => KindOf(value) == "string" && value!.GetValue<string>().Length > rule!.GetValue<int>() ? ["is too long"] : [],
                "minimum" => KindOf(value) == "integer" && value!.GetValue<long>() < rule!.GetValue<long>() ? ["is too small"] : [],
                "maximum" => KindOf(value) == "integer" && value!.GetValue<long>() > rule!.GetValue<long>() ? ["is too large"] : [],
                "required" => value is JsonObject whole ? rule!.AsArray().Select(n => n!.GetValue<string>()).Where(n => !whole.ContainsKey(n)).Select(n => $"lacks {n}") : [],
                "items" => value is JsonArray list ? list.SelectMany((one, i) => Inner(one, rule!.AsObject(), $"[{i.ToString(CultureInfo.InvariantCulture)}]")) : [],
                "properties" => value is JsonObject map ? rule!.AsObject().Where(p => map.ContainsKey(p.Key)).SelectMany(p => Inner(map[p.Key], p.Value!.AsObject(), "." + p.Key)) : [],
                "propertyNames" => value is JsonObject names ? names.SelectMany(n => Inner(JsonValue.Create(n.Key), rule!.AsObject(), "." + n.Key)) : [],
                "additionalProperties" => value is JsonObject open ? Others(open, schema).SelectMany(n => rule is JsonObject inner ? Inner(open[n], inner, "." + n) : [$"has {n}"]) : [],
                _ => throw new InvalidOperationException($"This check does not know the keyword {keyword}."),
            };
            faults.AddRange(says.Select(said => said.StartsWith('$') ? said : $"{at} {said}"));
        }

        IEnumerable<string> Inner(JsonNode? inner, JsonObject with, string below = "")
        {
            var found = new List<string>();
            Check(inner, with, root, at + below, found);
            return found;
        }
    }

    private static IEnumerable<string> Others(JsonObject value, JsonObject schema) =>
        value.Select(member => member.Key).Where(name => schema["properties"]?.AsObject().ContainsKey(name) != true);

    private static IEnumerable<string> Kinds(JsonNode rule) => rule is JsonArray several ? several.Select(k => k!.GetValue<string>()) : [rule.GetValue<string>()];

    private static string KindOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "integer",
        _ => "boolean",
    };
}

/// <summary>YAML as the JSON that a schema speaks of: plain words are texts, whole numbers and truths are themselves.</summary>
internal static class SchemaYaml
{
    public static JsonObject Read(string file)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(file)));
        return Of(stream.Documents[0].RootNode)!.AsObject();
    }

    private static JsonNode? Of(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, Of(c.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Of)]),
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } plain => Plain(plain.Value!),
        YamlScalarNode text => JsonValue.Create(text.Value),
        _ => null,
    };

    private static JsonValue? Plain(string text) => text switch
    {
        "" or "null" or "~" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
