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
            foreach (var derived in new[] { "is_block", "was_undone", "was_disproportionate", "wants_second_source", "wants_measurement" })
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

    [Fact]
    public void What_a_court_held_to_go_too_far_is_told_from_what_was_lifted_for_another_reason()
    {
        Assert.Equal(["BR-2023-04", "ES-2024-03"], Load.Register.All.Where(measure => measure.WasDisproportionate).Select(measure => measure.Id).Order(StringComparer.Ordinal));
        Assert.Equal(UndoneBecause.Complied, Load.Register.Find("BR-2022-03")!.UndoneBecause);
        Assert.Equal(UndoneBecause.Procedure, Load.Register.Find("DE-2022-10")!.UndoneBecause);
    }

    [Fact]
    public void A_reason_that_was_stated_has_a_ground_and_no_ground_stands_without_one() =>
        Assert.All(Load.Register.All, measure => Assert.True(measure.Grounds.Count > 0 == measure.StatedReason is not null, measure.Id));

    [Theory]
    [InlineData("KE-2023-11", false)] // measured by OONI
    [InlineData("VN-2025-05", true)] // three newspapers
    [InlineData("ES-2024-03", false)] // never carried out, so there is nothing to measure
    [InlineData("PK-2017", false)] // not held for certain
    public void A_block_held_for_certain_wants_a_body_that_measures(string id, bool wants) =>
        Assert.Equal(wants, Load.Register.Find(id)!.WantsMeasurement);

    [Theory]
    [InlineData("https://explorer.ooni.org/findings/1", true)]
    [InlineData("https://netblocks.org/reports/x", true)]
    [InlineData("https://ooni.org.evil.example/x", false)]
    [InlineData("https://notooni.org/x", false)]
    [InlineData("https://news.example/?quoting=ooni.org", false)]
    [InlineData("ooni.org", false)]
    public void A_page_belongs_to_a_measuring_body_by_its_host(string page, bool belongs) => Assert.Equal(belongs, MeasuringBodies.Publishes(page));

    [Theory]
    [InlineData("CN", StandingGroup.Whole)]
    [InlineData("IR", StandingGroup.Whole)]
    [InlineData("VN", StandingGroup.Whole)]
    [InlineData("NP", StandingGroup.Whole)]
    [InlineData("RU", StandingGroup.Part)] // slowed; the full block is reported and not confirmed
    [InlineData("UA", StandingGroup.Other)]
    [InlineData("NO", StandingGroup.Other)]
    [InlineData("ES", StandingGroup.Nothing)]
    [InlineData("FR", StandingGroup.Nothing)] // the inquiry is pending
    [InlineData("TH", StandingGroup.Nothing)]
    [InlineData("IQ", StandingGroup.Nothing)]
    public void What_stands_in_a_country_is_what_is_in_force_there(string country, StandingGroup group) =>
        Assert.Equal(group, CountryStanding.On(Load.Register.All, new DateOnly(2026, 11, 23)).Single(one => one.Country == country).Group);

    [Theory]
    [InlineData("2019-01-01", StandingGroup.Whole)]
    [InlineData("2021-01-01", StandingGroup.Nothing)]
    public void A_day_in_the_past_shows_what_stood_then(string day, StandingGroup group) => Assert.Equal(
        group,
        CountryStanding.On(Load.Register.All, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Single(one => one.Country == "RU").Group);

    [Fact]
    public void Every_kind_has_a_family_and_every_family_a_kind() =>
        Assert.Equal(Enum.GetValues<KindFamily>(), Enum.GetValues<StateMeasureKind>().Select(kind => kind.Family()).Distinct().Order());

    [Fact]
    public void Every_field_of_the_record_is_in_its_table()
    {
        var derived = new[] { "is_block", "was_undone", "was_disproportionate", "wants_second_source", "wants_measurement" };
        var json = JsonSerializer.SerializeToNode(
            Load.Register.Find("KE-2024-10")! with { Amount = 1, Currency = "KES", LegalBasis = "x", Conflict = "x", ProportionalityNote = "x", UndoneBecause = UndoneBecause.Complied },
            RecordJson.Options)!.AsObject();
        Assert.Equal(json.Select(field => field.Key).Except(derived).Order(StringComparer.Ordinal), MeasureFields.Names.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("status", "Ended", MeasureFault.UndoneButStands)]
    [InlineData("sources", "", MeasureFault.ReadWithoutSource)]
    [InlineData("one source", "https://news.example/1", MeasureFault.SecondSourceOwed)]
    [InlineData("two newspapers", "https://news.example/1 https://news.example/2", MeasureFault.MeasurementOwed)]
    [InlineData("a newspaper and a probe", "https://news.example/1 https://explorer.ooni.org/2", null)]
    [InlineData("medium", "https://news.example/1", null)]
    public void What_a_person_writes_owes_its_sources(string what, string sources, MeasureFault? fault)
    {
        var record = Load.Register.Find("VN-2025-05")! with
        {
            Sources = what == "status" ? ["https://news.example/1", "https://ooni.org/2"] : sources.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Confidence = what == "medium" ? Confidence.Medium : Confidence.High,
            UndoneBecause = what == "status" ? UndoneBecause.Complied : null,
        };
        Assert.Equal(fault is { } one ? [one] : [], MeasureRules.Owed(record).Select(owed => owed.Fault));
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
