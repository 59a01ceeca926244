using System.Text.Json;
using System.Text.Json.Nodes;
using Tarazy.Policy.Ages;
using Tarazy.Policy.Law;
using Tarazy.TestKit;

namespace Tarazy.Tests.Policy.Ages;

/// <summary>The records that ship: all of them load, nothing of them is lost, and what comes next is known.</summary>
public class AgeRecordTests
{
    [Fact]
    public void Every_record_loads()
    {
        Assert.Empty(Known.Load.Faults);
        Assert.Equal(42, Known.Load.Rules.All.Count);
        Assert.All(Known.Load.Rules.All, rule => Assert.NotNull(Known.Places.Find(rule.Jurisdiction)));
        Assert.All(Known.Load.Rules.All.SelectMany(rule => rule.ByCountry.Keys), code => Assert.Equal("EU", Known.Places.Find(code)!.PartOf));
    }

    [Fact]
    public void Nothing_that_stands_in_the_files_is_lost()
    {
        var files = RecordYaml.Read(Repository.Path("policies", "ages"), "rules");
        Assert.Equal(files.Keys.Order(StringComparer.Ordinal), Known.Load.Rules.All.Select(rule => rule.Id).Order(StringComparer.Ordinal));
        Assert.All(Known.Load.Rules.All, rule =>
        {
            var json = JsonSerializer.SerializeToNode(rule, RecordJson.Options);
            Assert.Equal(files[rule.Id].ToJsonString(), RecordYaml.Tree(json)!.ToJsonString());
        });
    }

    [Fact]
    public void A_record_goes_out_as_json_and_comes_back_the_same() => Assert.All(Known.Load.Rules.All, rule =>
    {
        var json = JsonSerializer.Serialize(rule, RecordJson.Options);
        var back = JsonSerializer.Deserialize<AgeRule>(json, RecordJson.Options);
        Assert.Equal(json, JsonSerializer.Serialize(back, RecordJson.Options));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonSerializer.SerializeToNode(back, RecordJson.Options)));
    });

    [Fact]
    public void What_changes_next_is_listed_with_what_should_have_changed()
    {
        var changes = Known.Load.Rules.ChangesAfter(new DateOnly(2026, 11, 23));
        Assert.Contains(changes, change => change is { Kind: ChangeKind.Planned, Rule.Id: "GR-2027" });
        Assert.Contains(changes, change => change is { Kind: ChangeKind.Planned, Rule.Id: "GB-2027" });
        Assert.Contains(changes, change => change is { Kind: ChangeKind.PlannedAndPassed, Rule.Id: "US-NE-LB383" });
        Assert.DoesNotContain(changes, change => change.Rule.Id == "AU-SMMA-2024");
        Assert.Contains(Known.Load.Rules.ChangesAfter(new DateOnly(2025, 12, 1), ["AU"]), change => change is { Kind: ChangeKind.Begins, Rule.Id: "AU-SMMA-2024" });
    }

    [Fact]
    public void The_files_of_the_country_that_started_it_say_what_is_only_a_draft() =>
        Assert.All(Known.Load.Rules.All.Where(rule => rule.Jurisdiction == "KZ"), rule => Assert.Equal(AgeStatus.Proposed, rule.Status));
}
