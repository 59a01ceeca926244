using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Tarazy.Policy.Loading;

/// <summary>
/// The JSON Schema of a pack, made by letting the readers run over nothing and writing down what they ask for. What one line must say of
/// another (a harm that is there, a ladder above its floor, a test that holds) is checked at loading and stands in no schema.
/// </summary>
public static class PackSchema
{
    /// <summary>Where a desk serves it.</summary>
    public const string Address = "/schema/pack.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Lazy<string> Written = new(() => Make().ToJsonString(Indented).ReplaceLineEndings("\n") + "\n");

    public static string Text => Written.Value;

    private static JsonObject Make()
    {
        var whole = Shape(fields =>
        {
            ReadPack.From("", Sections.Whole(fields), []);
            ReadTests.From(fields, "");
        });
        var form = Shape(fields => ReadForms.From(fields));
        var owed = whole["required"]!.DeepClone();
        whole.Remove("required");
        var local = Shape(fields => _ = (fields.Text("kk"), fields.Text("ru"), fields.Text("en")));
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = "pack.json",
            ["title"] = "Tarazy pack: the law of one jurisdiction as data",
            ["description"] = "Any YAML file of a pack. Sections may stand in one file or each in its own; #/$defs/pack is all of them put together, #/$defs/form one file of forms/.",
            ["anyOf"] = new JsonArray(Ref("sections"), Ref("form")),
            ["$defs"] = new JsonObject
            {
                ["pack"] = new JsonObject { ["allOf"] = new JsonArray(Ref("sections"), new JsonObject { ["required"] = owed }) },
                ["sections"] = whole,
                ["form"] = form,
                ["local"] = local,
            },
        };
    }

    private static JsonObject Shape(Action<Fields> read)
    {
        var shape = new FieldShape();
        read(new Fields(new YamlMappingNode(), new PackFile("", []), "", shape: shape));
        return shape.Schema(PackWords.Of);
    }

    private static JsonObject Ref(string name) => new() { ["$ref"] = $"#/$defs/{name}" };
}
