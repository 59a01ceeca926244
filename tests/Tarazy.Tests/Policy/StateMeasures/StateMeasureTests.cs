using System.Text.Json;
using Tarazy.Policy.Law;
using Tarazy.Policy.StateMeasures;
using Tarazy.TestKit;

namespace Tarazy.Tests.Policy.StateMeasures;

/// <summary>The register of what states did: all records load, nothing of them is lost, and what was undone stands out.</summary>
public class StateMeasureTests
{
    private static readonly StateMeasuresLoad Load = StateMeasureRegister.Load(Repository.Path("policies", "state-measures"));

    [Fact]
    public void Every_record_loads()
    {
        Assert.Empty(Load.Faults);
        Assert.Equal(46, Load.Register.All.Count);
        Assert.Equal(29, Load.Register.All.Select(measure => measure.Country).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Nothing_that_stands_in_the_files_is_lost()
    {
        var files = RecordYaml.Read(Repository.Path("policies", "state-measures"), "records");
        Assert.Equal(46, files.Count);
        Assert.All(Load.Register.All, measure =>
        {
            var json = JsonSerializer.SerializeToNode(measure, RecordJson.Options)!.AsObject();
            foreach (var derived in new[] { "is_block", "was_undone", "wants_second_source" })
            {
                json.Remove(derived);
            }

            Assert.Equal(files[measure.Id].ToJsonString(), RecordYaml.Tree(json)!.ToJsonString());
        });
    }

    [Fact]
    public void Blocks_that_were_revoked_stand_out()
    {
        var undone = Load.Register.All.Where(measure => measure.WasUndone).Select(measure => measure.Id).ToList();
        Assert.Contains("ES-2024-03", undone);
        Assert.Contains("BR-2022-03", undone);
        Assert.Contains("BR-2023-04", undone);
        Assert.Contains("DE-2022-10", undone);
        Assert.DoesNotContain("RU-2018", undone);
    }

    [Theory]
    [InlineData("RU-2018", "2019-01-01", true)]
    [InlineData("RU-2018", "2020-06-19", false)]
    [InlineData("RU-2018", "2018-04-15", false)]
    [InlineData("VN-2025-05", "2026-11-23", true)]
    [InlineData("NP-2025-07", "2025-07-17", false)]
    [InlineData("CU-2021-07", "2022-01-01", false)]
    public void A_measure_holds_between_its_dates(string id, string day, bool holds) =>
        Assert.Equal(holds, Load.Register.Find(id)!.On(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void The_newest_comes_first() =>
        Assert.True(Load.Register.All.Zip(Load.Register.All.Skip(1), (one, next) => one.Date.First >= next.Date.First).All(ordered => ordered));
}
