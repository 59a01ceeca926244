using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Tarazy.Tests.Policy;

/// <summary>Record files as plain trees, read past the code under test: what stands in the file, and nothing else.</summary>
internal static class RecordYaml
{
    /// <summary>The records of every file of a folder, or of one file, by id.</summary>
    public static Dictionary<string, JsonObject> Read(string path, string list)
    {
        var files = File.Exists(path) ? [path] : Directory.GetFiles(path, "*.yaml");
        var records = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var yaml = new YamlStream();
            using var reader = new StreamReader(file);
            yaml.Load(reader);
            var top = (YamlMappingNode)yaml.Documents[0].RootNode;
            if (top.Children.TryGetValue(new YamlScalarNode(list), out var found))
            {
                foreach (var record in (YamlSequenceNode)found)
                {
                    var tree = (JsonObject)Tree(record)!;
                    records.Add(tree["id"]!.GetValue<string>(), tree);
                }
            }
        }

        return records;
    }

    /// <summary>Every scalar as text; nulls and empty lists left out, for they say the same as nothing.</summary>
    public static JsonNode? Tree(YamlNode node) => node switch
    {
        YamlMappingNode map => Object(map.Children.Select(pair => (((YamlScalarNode)pair.Key).Value!, Tree(pair.Value)))),
        YamlSequenceNode list => list.Children.Count == 0 ? null : new JsonArray([.. list.Children.Select(Tree)]),
        YamlScalarNode { Value: null or "" or "null" or "~" } => null,
        YamlScalarNode scalar => scalar.Value!.Trim(),
        _ => null,
    };

    /// <summary>The same form of a record that was written as JSON.</summary>
    public static JsonNode? Tree(JsonNode? node) => node switch
    {
        null => null,
        JsonObject map => map.Count == 0 ? null : Object(map.Select(pair => (pair.Key, Tree(pair.Value)))),
        JsonArray list => list.Count == 0 ? null : new JsonArray([.. list.Select(Tree)]),
        _ => node.ToString(),
    };

    private static JsonObject Object(IEnumerable<(string Key, JsonNode? Value)> fields) =>
        new(fields.Where(field => field.Value is not null).OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => KeyValuePair.Create(field.Key, field.Value)));
}
