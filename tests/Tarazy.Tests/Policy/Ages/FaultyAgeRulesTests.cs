using Tarazy.Policy.Ages;

namespace Tarazy.Tests.Policy.Ages;

/// <summary>A rule with a fault is left out, with the place and the mend; the others stand.</summary>
public sealed class FaultyAgeRulesTests : IDisposable
{
    private const string Good = """
        schema_version: 1
        as_of: "2026-01-01"
        rules:
        - id: X-GOOD
          jurisdiction: XX
          instrument: An invented act
          status: in_force
          effective_from: "2025-01-01"
          obligation_on: platform
          scope: {service_types: [social_media], telegram: unclear}
          bands:
          - {min: 0, below: 16, effect: deny_account}
          sources: []
          confidence: low
          verified: recall
        - id: X-OTHER
          jurisdiction: XX
          instrument: Another invented act
          status: in_force
          effective_from: "2025-01-01"
          obligation_on: platform
          scope: {service_types: [online_game], telegram: out}
          bands:
          - {min: 0, below: 18, effect: curfew, hours: [{from: "22:00", to: "06:00"}]}
          sources: ["https://example.org/a"]
          confidence: low
          verified: read
        """;

    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("tarazy-ages-").FullName, "rules.yaml");

    [Theory]
    [InlineData("status: in_force\n  effective_from: \"2025-01-01\"\n  obligation_on: platform\n  scope: {service_types: [online_game]", "status: in_froce\n  effective_from: \"2025-01-01\"\n  obligation_on: platform\n  scope: {service_types: [online_game]", 19, "status")]
    [InlineData("{min: 0, below: 18,", "{min: 18, below: 18,", 24, "below")]
    [InlineData("{min: 0, below: 18,", "{min: 0, below: 181,", 24, "below")]
    [InlineData("\"22:00\"", "\"24:00\"", 24, "from")]
    [InlineData("effect: curfew, hours: [{from: \"22:00\", to: \"06:00\"}]", "effect: curfew", 24, "hours")]
    [InlineData("[\"https://example.org/a\"]", "[\"example.org\"]", 25, "sources")]
    [InlineData("[\"https://example.org/a\"]", "[]", 25, "sources")]
    [InlineData("jurisdiction: XX\n  instrument: Another", "jurisdictoin: XX\n  instrument: Another", 17, "jurisdiction")]
    [InlineData("[online_game]", "[online_games]", 22, "service_types")]
    [InlineData("telegram: out", "telegram: maybe", 22, "telegram")]
    [InlineData("id: X-OTHER", "id: X-GOOD", 17, "id")]
    public void A_fault_is_named_with_its_line_and_field_and_costs_one_rule(string from, string to, int line, string field)
    {
        Assert.Contains(from, Good, StringComparison.Ordinal);
        File.WriteAllText(_file, Good.Replace(from, to, StringComparison.Ordinal));
        var load = AgeRules.Load(_file);

        Assert.Equal("X-GOOD", Assert.Single(load.Rules.All).Id);
        Assert.Contains(load.Faults, fault => fault.Field.Contains(field, StringComparison.Ordinal) && Math.Abs(fault.Line - line) <= 1 && fault.Mend.Length > 0);
    }

    [Fact]
    public void A_missing_folder_is_a_fault_and_not_an_empty_law()
    {
        var load = AgeRules.Load(_file + ".not");
        Assert.Empty(load.Rules.All);
        Assert.Single(load.Faults);
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);
}
