using System.Text;
using Tarazy.Policy.Law;
using Tarazy.Policy.Loading;
using Tarazy.TestKit;

namespace Tarazy.Tests.Policy;

/// <summary>Each case spoils one line of the Kazakh pack and expects its place and its mend.</summary>
public sealed class FaultyPacksTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-packs-");

    [Theory]
    [InlineData("ladder.yaml", "rung: restrict-channel", "rung: block-service", "ladder[7].rung", "no rung for a service")]
    [InlineData("clauses.yaml", "measures: [ask-author]", "measures: [block-service]", "clauses[0].measures", "no rung for a service")]
    [InlineData("clauses.yaml", "measures: [ask-author]", "measures: [label]", "clauses[0].measures", "from ask-author on")]
    [InlineData("addressees.yaml", "measures: [ask-author]", "measures: [block-country]", "addressees[0].measures", "no rung for a service")]
    [InlineData("forms/plain-request.yaml", "      remove-post: \"We", "      block-service: \"We", "letters.en.asks.block-service", "no rung for a service")]
    [InlineData("ladder.yaml", "{rung: remove-post, readers: 2", "{rung: remove-post, readers: 1", "ladder[6].readers", "2 or more")]
    [InlineData("ladder.yaml", "owed: [reasons, clause, three-part-test, end-date, addressee], longest_days: 366}", "owed: [reasons, clause, end-date, addressee], longest_days: 366}", "ladder[3].owed", "three-part-test")]
    [InlineData("ladder.yaml", "upheld_notices: 2", "upheld_notices: 1", "ladder[7].upheld_notices", "2 or more")]
    [InlineData("ladder.yaml", "{rung: label, readers: 1, owed: [reasons]}", "{rung: label, readers: 1, owed: [reasons, clause]}", "ladder[2].owed", "owed: [reasons]")]
    [InlineData("ladder.yaml", "{rung: label,", "{rung: context,", "ladder", "has every rung")]
    [InlineData("ladder.yaml", "longest_days: 90", "longest_days: forever", "ladder[7].longest_days", "Write one")]
    [InlineData("clauses.yaml", "in_force: {from: 2023-09-10}", "in_force: {from: 10.09.2023}", "clauses[0].in_force.from", "yyyy-MM-dd")]
    [InlineData("clauses.yaml", "in_force: {from: 2023-09-10}", "in_force: {from: unknown}", "clauses[0].in_force.seen", "Add seen")]
    [InlineData("clauses.yaml", "in_force: {from: 2023-09-10}", "in_force: {from: 2023-09-10, to: 2023-09-09}", "clauses[0].in_force.to", "Mend the days")]
    [InlineData("clauses.yaml", "in_force: {from: 2023-09-10}", "in_force: {to: 2030-01-01}", "clauses[0].in_force.from", "from: unknown")]
    [InlineData("clauses.yaml", "harms: [false-claim]", "harms: [bad-mood]", "clauses[2].harms", "Add it to harms")]
    [InlineData("clauses.yaml", "id: platforms-9", "id: platforms-6", "clauses[1].id", "Give each entry its own")]
    [InlineData("clauses.yaml", "id: platforms-9", "id: Platforms 9", "clauses[1].id", "lower-case")]
    [InlineData("clauses.yaml", "confidence: low\n    verified: believed", "confidence: high\n    verified: believed", "clauses[4].confidence", "confidence: low")]
    [InlineData("clauses.yaml", "    note: Check before use. The text of the article was not read.\n", "", "clauses[4].note", "Check before use")]
    [InlineData("clauses.yaml", "confidence: medium", "confidence: certain", "clauses[0].confidence", "low, medium, high")]
    [InlineData("clauses.yaml", "    text: Law", "    txt: Law", "clauses[0].text", "Add text")]
    [InlineData("clauses.yaml", "    text: Law", "    txt: Law", "clauses[0].txt", "Take it out")]
    [InlineData("clauses.yaml", "    harms: [mercenary-recruitment", "    harms: &all [mercenary-recruitment", "", "Write the value out")]
    [InlineData("clauses.yaml", "clauses:\n", "clauses: [\n", "", "Mend the line")]
    [InlineData("harms.yaml", "id: doxxing", "id: doxing", "harms", "watch rules")]
    [InlineData("harms.yaml", "incitement: true", "incitement: maybe", "harms[5].incitement", "true or false")]
    [InlineData("harms.yaml", "kk: Жалған мәлімет, ", "", "harms[4].name.kk", "Add kk")]
    [InlineData("clocks.yaml", "unit: working-days", "unit: moons", "clocks[0].unit", "working-days")]
    [InlineData("clocks.yaml", "set_by: law", "set_by: law\n    law_says: soon", "clocks[0].law_says", "set_by: desk")]
    [InlineData("addressees.yaml", "address: abuse@telegram.org", "address: telegram.org", "addressees[2].address", "name@host")]
    [InlineData("addressees.yaml", "form: kz-recommendation", "form: letterhead", "addressees[0].form", "forms/letterhead.yaml")]
    [InlineData("addressees.yaml", "may_use: [authority]", "may_use: [friends]", "addressees[0].may_use", "anyone")]
    [InlineData("addressees.yaml", "may_use: [authority]", "may_use: []", "addressees[0].may_use", "anyone")]
    [InlineData("pack.yaml", "time_zone: Asia/Almaty", "time_zone: Asia/Nowhere", "calendar.time_zone", "IANA")]
    [InlineData("pack.yaml", "weekend: [saturday, sunday]", "weekend: [monday, tuesday, wednesday, thursday, friday, saturday, sunday]", "calendar.weekend", "days of rest")]
    [InlineData("pack.yaml", "holidays: unknown ", "holidays: {2027: [2026-01-01]} ", "calendar.holidays.2027", "2027-01-01")]
    [InlineData("pack.yaml", "territories: [KZ]", "territories: [Kazakhstan]", "territories", "two capital letters")]
    [InlineData("pack.yaml", "least_intent: 2", "least_intent: 1", "rabat.least_intent", "Write one")]
    [InlineData("pack.yaml", "pack: kz", "pack: qz", "pack", "one name")]
    [InlineData("forms/withdrawal.yaml", "{withdrawal_reasons}", "see above", "letters.en.body", "{withdrawal_reasons}")]
    [InlineData("forms/plain-request.yaml", "{appeal_link}", "our site", "letters.en.body", "{appeal_link}")]
    [InlineData("forms/plain-request.yaml", "{item_url}", "{author_name}", "letters.en.item", "Use one of")]
    [InlineData("forms/plain-request.yaml", "{item_url}", "{item_url", "letters.en.item", "take the brace out")]
    [InlineData("pack.yaml", "schema_version: 1", "schema_version: 2", "schema_version", "Write one")]
    [InlineData("pack.yaml", "schema_version: 1\n", "", "schema_version", "Add schema_version")]
    [InlineData("pack.yaml", "version: \"2026-11-28\"\n", "", "version", "Add version")]
    [InlineData("pack.yaml", "territories: [KZ]", "territories: [KZ]\npart_of: eu", "part_of", "Mend that pack first")]
    [InlineData("clocks.yaml", "id: request", "id: send", "clocks[1].id", "Give each entry its own")]
    [InlineData("clocks.yaml", "count: 5", "count: 0", "clocks[0].count", "Write one")]
    [InlineData("addressees.yaml", "id: moderator-plain", "id: moderator", "addressees[1].id", "Give each entry its own")]
    [InlineData("addressees.yaml", "in_service: {from: 2023-09-10}", "in_service: {from: 2023-09-10, to: 2023-01-01}", "addressees[0].in_service.to", "Mend the days")]
    [InlineData("tests.yaml", "expect: carried", "expect: refused", "tests[0].because", "Add because")]
    [InlineData("tests.yaml", "expect: carried", "expect: maybe", "tests[0].expect", "carried, refused")]
    [InlineData("tests.yaml", "because: [clause-not-in-force, addressee-not-in-service]", "because: [too-early]", "tests[1].because", "Use one of")]
    [InlineData("tests.yaml", "because: [clause-not-in-force, addressee-not-in-service]", "because: [clause-not-in-force]", "tests[1].expect", "what the test expects")]
    [InlineData("tests.yaml", "clause: crim-170", "clause: crim-999", "tests[0].expect", "what the test expects")]
    [InlineData("tests.yaml", "harm: mercenary-recruitment", "harm: bad-mood", "tests[0].expect", "what the test expects")]
    [InlineData("tests.yaml", "measure: remove-post", "measure: block-service", "tests[0].measure", "no rung for a service")]
    [InlineData("tests.yaml", "date: 2026-11-23", "date: tomorrow", "tests[0].date", "yyyy-MM-dd")]
    [InlineData("tests.yaml", "    date: 2026-11-23\n", "", "tests[0].date", "Write the day")]
    [InlineData("tests.yaml", "date: 2026-11-23", "date: 0001-01-01", "tests[0].date", "1900 to 2199")]
    [InlineData("tests.yaml", "id: recruitment-before-the-code", "id: recruitment-removed", "tests[1].id", "Give each entry its own")]
    [InlineData("tests.yaml", "without: [necessity]", "without: [good-will]", "tests[3].without", "necessity")]
    [InlineData("tests.yaml", "contexts: [news, quotation]", "contexts: [gossip]", "tests[8].contexts", "satire")]
    [InlineData("tests.yaml", "desk: [authority]", "desk: [king]", "tests[10].desk", "anyone")]
    [InlineData("tests.yaml", "only_false: true", "only_false: perhaps", "tests[16].only_false", "true or false")]
    [InlineData("tests.yaml", "intent: 3", "intent: 5", "tests[22].rabat.intent", "Write one")]
    [InlineData("tests.yaml", "speaker: 3, ", "", "tests[22].rabat.speaker", "Add speaker")]
    [InlineData("tests.yaml", "ends_in_days: 91", "ends_in_days: many", "tests[29].ends_in_days", "Write one")]
    [InlineData("tests.yaml", "    says: \"A post that recruits", "    word: \"A post that recruits", "tests[0].word", "Take it out")]
    [InlineData("gaps.yaml", "id: mailbox", "id: representative", "gaps[3].id", "Give each entry its own")]
    [InlineData("gaps.yaml", "    text: \"Whether the mailbox", "    txt: \"Whether the mailbox", "gaps[3].text", "Add text")]
    [InlineData("known.yaml", "confidence: high", "confidence: certain", "known[0].confidence", "low, medium, high")]
    [InlineData("known.yaml", "verified: read", "verified: believed", "known[0].confidence", "confidence: low")]
    [InlineData("forms/plain-request.yaml", "subject: \"Notice {notice_number}: {harm}\"", "subject: \"Notice\\n{notice_number}\"", "letters.en.subject", "line break")]
    [InlineData("forms/plain-request.yaml", "statement_version: plain-request-1\n", "", "statement_version", "Add statement_version")]
    public void A_faulty_pack_is_refused_with_file_line_field_and_mend(string file, string sound, string faulty, string field, string mend)
    {
        var line = Spoil(file, sound, faulty);
        var load = Packs.Load(_folder.FullName);

        Assert.Null(load.Packs.Find("kz"));
        var fault = Assert.Single(load.Faults, f => f.Field == field && f.Mend.Contains(mend, StringComparison.Ordinal));
        Assert.Equal("kz/" + file, fault.File);
        Assert.InRange(fault.Line, 1, line + 12);
        Assert.True(fault.Column >= 1 && fault.Says.Length > 0);
        if (faulty.Length > 0 && field.Length > 0 && !fault.Says.Contains("missing", StringComparison.Ordinal) && !fault.Mend.Contains("Add", StringComparison.Ordinal))
        {
            Assert.InRange(fault.Line, line - 1, line + 4);
        }
    }

    [Fact]
    public void A_fault_in_one_pack_leaves_the_others_standing()
    {
        Spoil("ladder.yaml", "readers: 2", "readers: none");
        Copy("eu");
        Assert.Equal(["eu"], Packs.Load(_folder.FullName).Packs.All.Select(p => p.Jurisdiction));
    }

    [Fact]
    public void A_clause_that_lost_its_measure_is_caught_by_the_test_that_holds_it()
    {
        Spoil("clauses.yaml", "harms: [mercenary-recruitment]\n    measures: [ask-author, geo-restrict-post, remove-post, restrict-channel]", "harms: [mercenary-recruitment]\n    measures: [ask-author]");
        var load = Packs.Load(_folder.FullName);
        Assert.Empty(load.Packs.All);
        Assert.Contains(load.Faults, f => f.File == "kz/tests.yaml" && f.Field == "tests[0].expect" && f.Says.Contains("measure-not-named", StringComparison.Ordinal));
    }

    [Fact]
    public void A_pack_falls_with_the_pack_above_it_and_with_a_territory_that_one_does_not_reach()
    {
        Copy("eu");
        Copy("de");
        Assert.Equal(["de", "eu"], Packs.Load(_folder.FullName).Packs.All.Select(p => p.Jurisdiction));

        Replace("de/pack.yaml", "territories: [DE]", "territories: [DE, CH]");
        var outside = Packs.Load(_folder.FullName);
        Assert.Equal(["eu"], outside.Packs.All.Select(p => p.Jurisdiction));
        Assert.Contains(outside.Faults, f => f is { File: "de/pack.yaml", Field: "territories" } && f.Says.Contains("CH", StringComparison.Ordinal));

        Replace("de/pack.yaml", "territories: [DE, CH]", "territories: [DE]");
        Replace("eu/pack.yaml", "schema_version: 1", "schema_version: 3");
        Assert.Empty(Packs.Load(_folder.FullName).Packs.All);
    }

    [Fact]
    public void A_file_beyond_the_limits_is_not_read()
    {
        Copy("kz");
        foreach (var limits in new PackLimits[] { new() { FileBytes = 100 }, new() { Nodes = 20 }, new() { Depth = 2 }, new() { Files = 3 } })
        {
            var load = Packs.Load(_folder.FullName, limits);
            Assert.Empty(load.Packs.All);
            Assert.NotEmpty(load.Faults);
        }
    }

    [Fact]
    public void A_file_that_is_not_utf_8_is_refused()
    {
        Copy("kz");
        File.WriteAllBytes(Path.Combine(_folder.FullName, "kz", "harms.yaml"), [0x68, 0xFF, 0xFE]);
        Assert.Contains(Packs.Load(_folder.FullName).Faults, f => f.File == "kz/harms.yaml" && f.Mend == "Save it as UTF-8.");
    }

    [Fact]
    public void A_missing_folder_is_said_and_gives_no_packs()
    {
        var load = Packs.Load(Path.Combine(_folder.FullName, "nowhere"));
        Assert.Empty(load.Packs.All);
        Assert.Single(load.Faults);
    }

    [Fact]
    public void A_missing_section_or_one_that_stands_twice_is_refused()
    {
        Copy("kz");
        File.Copy(Path.Combine(_folder.FullName, "kz", "harms.yaml"), Path.Combine(_folder.FullName, "kz", "more.yaml"));
        File.Delete(Path.Combine(_folder.FullName, "kz", "clocks.yaml"));
        var faults = Packs.Load(_folder.FullName).Faults;
        Assert.Contains(faults, f => f.File == "kz/more.yaml" && f.Field == "harms" && f.Says.Contains("kz/harms.yaml", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.File == "kz/pack.yaml" && f.Field == "clocks");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private long Spoil(string file, string sound, string faulty)
    {
        Copy("kz");
        var path = Path.Combine(_folder.FullName, "kz", file);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(sound, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} has no \"{sound}\"; mend the test.");
        File.WriteAllText(path, text[..at] + faulty + text[(at + sound.Length)..], new UTF8Encoding(false));
        return text.AsSpan(0, at).Count('\n') + 1;
    }

    private void Replace(string file, string from, string to)
    {
        var path = Path.Combine(_folder.FullName, file);
        var text = File.ReadAllText(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    private void Copy(string pack)
    {
        var from = Repository.Path("policies", pack);
        foreach (var path in Directory.GetFiles(from, "*.yaml", SearchOption.AllDirectories))
        {
            var to = Path.Combine(_folder.FullName, pack, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(path, to, overwrite: true);
        }
    }
}
