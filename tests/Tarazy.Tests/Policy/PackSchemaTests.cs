using System.Text.Json.Nodes;
using Tarazy.Policy.Loading;
using Tarazy.TestKit;

namespace Tarazy.Tests.Policy;

/// <summary>The JSON Schema of a pack: made of the readers, written down in the repository, and true of the packs that ship.</summary>
public class PackSchemaTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(PackSchema.Text)!.AsObject();

    public static TheoryData<string> Packs =>
        [.. Directory.GetFiles(Repository.Path("policies"), "pack.yaml", SearchOption.AllDirectories).Select(f => Path.GetFileName(Path.GetDirectoryName(f)!)).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_schema_in_the_repository_is_the_one_the_code_makes() =>
        Assert.Equal(File.ReadAllText(Repository.Path("docs", "formats", "pack.schema.json")), PackSchema.Text);

    [Theory]
    [MemberData(nameof(Packs))]
    public void Our_packs_fit_it(string pack)
    {
        var whole = new JsonObject();
        foreach (var file in Directory.GetFiles(Repository.Path("policies", pack), "*.yaml"))
        {
            var document = SchemaYaml.Read(file);
            Assert.Empty(SchemaCheck.Of(document, Schema));
            foreach (var (section, value) in document)
            {
                whole[section] = value?.DeepClone();
            }
        }

        Assert.Empty(SchemaCheck.Of(whole, Schema, "pack"));
        var forms = Repository.Path("policies", pack, "forms");
        Assert.All(Directory.Exists(forms) ? Directory.GetFiles(forms) : [], form => Assert.Empty(SchemaCheck.Of(SchemaYaml.Read(form), Schema, "form")));
    }

    [Theory]
    [InlineData("clauses", "measures", """["block-service"]""")]
    [InlineData("clauses", "id", "\"Not an id\"")]
    [InlineData("clauses", "confidence", "\"certain\"")]
    [InlineData("clauses", "colour", "\"red\"")]
    [InlineData("clauses", "in_force", """{"from":"yesterday"}""")]
    [InlineData("clauses", "text", null)]
    [InlineData("demands", "court_order", "\"no\"")]
    [InlineData("demands", "kind", "\"unmasking\"")]
    [InlineData("demands", "source", null)]
    [InlineData("ladder", "rung", "\"block-service\"")]
    [InlineData("ladder", "readers", "0")]
    [InlineData("tests", "expect", "\"maybe\"")]
    [InlineData("tests", "date", null)]
    public void A_faulty_line_does_not_fit_it(string section, string field, string? value)
    {
        var document = SchemaYaml.Read(Repository.Path("policies", "kz", $"{section}.yaml"));
        var line = document[section]![0]!.AsObject();
        line.Remove(field);
        if (value is not null)
        {
            line[field] = JsonNode.Parse(value);
        }

        Assert.NotEmpty(SchemaCheck.Of(document, Schema));
    }

    [Fact]
    public void Every_field_says_what_it_means_and_nothing_else_does()
    {
        var fields = Fields(Schema).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(PackWords.Names.Order(StringComparer.Ordinal), fields.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_names_every_rung_and_none_beyond_one_channel()
    {
        var rungs = Schema["$defs"]!["sections"]!["properties"]!["ladder"]!["items"]!["properties"]!["rung"]!["enum"]!.AsArray().Select(r => r!.GetValue<string>());
        Assert.Equal(["leave-alone", "context", "label", "ask-author", "age-restrict", "geo-restrict-post", "remove-post", "restrict-channel"], rungs);
    }

    private static IEnumerable<string> Fields(JsonNode? node) => node switch
    {
        JsonObject at => at.SelectMany(member => member.Key == "properties" && member.Value is JsonObject fields
            ? fields.Select(f => f.Key).Concat(fields.SelectMany(f => Fields(f.Value)))
            : Fields(member.Value)),
        JsonArray items => items.SelectMany(Fields),
        _ => [],
    };
}
