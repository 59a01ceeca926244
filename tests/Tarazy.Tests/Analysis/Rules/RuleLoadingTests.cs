using CsCheck;
using Tarazy.Analysis.Rules;

namespace Tarazy.Tests.Analysis.Rules;

public class RuleLoadingTests
{
    private const string Signs = "[{\":*&\n|-\t#!]";

    [Fact]
    public void A_sound_rule_loads()
    {
        using var folder = new RuleFolderFixture();
        var load = folder.Write("job-bait/sound.yaml", RuleFolderFixture.Sound).Load();
        Assert.Empty(load.Faults);
        var rule = Assert.Single(load.Book.Rules);
        Assert.Equal("job-bait/sound.yaml", rule.File);
        Assert.Equal(3, rule.Needs);
        Assert.Equal(20, rule.Version.Length);
    }

    // Each row changes the sound rule in one place; the fault names the line and how to mend it.
    [Theory]
    [InlineData("rule: sound", "rule: Sound Rule", 1, "Use a-z")]
    [InlineData("rule: sound", "rule: other", 1, "Rename the file to other.yaml")]
    [InlineData("harm: job-bait\n", "", 1, "Write a name in lower case")]
    [InlineData("says: { en: Says, ru: Говорит, kk: Айтады }", "says: Says", 3, "Write en, ru and kk below it")]
    [InlineData("not: { en: Not, ru: Нет, kk: Емес }", "not: { en: Not, ru: Нет }", 4, "Write not in kk too")]
    [InlineData("languages: [ru, kk]", "languages: [Russian, kk]", 5, "two or three lower-case letters")]
    [InlineData("state: live", "state: ready", 6, "draft, shadow or live")]
    [InlineData("origin: Written for the test.\n", "", 1, "Say who wrote the terms")]
    [InlineData("near: 12", "near: many", 8, "Write a whole number from 5")]
    [InlineData("near: 12", "near: 12\nneeds: 5", 11, "Lower \"needs\" or add slots")]
    [InlineData("near: 12", "near: 12\nneeds: 2", 9, "Write a whole number from 3")]
    [InlineData("near: 12", "near: 12\nrequired: [offer | lure]", 9, "Slots: offer, place, pay, call")]
    [InlineData("pay: $money", "pay: $cash", 12, "Signals: $money, $phone")]
    [InlineData("call: [пишите, жазыңыз]", "call: <calls>", 13, "Put it into lists/")]
    [InlineData("[фронт*]", "[фр*]", 11, "Write more letters")]
    [InlineData("[фронт*]", "[фр*онт]", 11, "A star stands only at the end")]
    [InlineData("[фронт*]", "[\"🔥\"]", 11, "Write a word, a stem*")]
    [InlineData("[фронт*]", "[пишите]", 10, "Keep it in one of them")]
    [InlineData("{ any: [фронт*] }", "{ tr: [cephe] }", 11, "Add it to \"languages\"")]
    [InlineData("unless:", "unles:", 14, "Known fields: rule")]
    [InlineData("weaken: { ru: [говорят] }", "weaken: { ru: [$money] }", 16, "Use words here")]
    [InlineData("weaken: { ru: [говорят] }", "weaken: { [ru]: [говорят] }", 16, "not a list or a mapping")]
    [InlineData("place: { any: [фронт*] }", "place: { { any: ru }: [фронт*] }", 11, "not a list or a mapping")]
    [InlineData("no_match: { ru: [\"Работа есть, пишите\"] }", "no_match: { ru, [\"Работа есть, пишите\"] }", 19, "not a list or a mapping")]
    [InlineData("match: { ru: [\"Работа, фронт, 200 000 тг, пишите\"] }", "match: { ru: [\"Работа\"] }", 18, "Add the missing words to a slot")]
    [InlineData("no_match: { ru: [\"Работа есть, пишите\"] }", "no_match: { ru: [\"Работа: фронт, 5000 тг, пишите\"] }", 19, "Narrow a slot")]
    [InlineData("match: { ru:", "match: { de:", 18, "Add it to \"languages\"")]
    [InlineData("near: 12", "\tnear: 12", 8, "YAML is indented with blanks")]
    [InlineData("near: 12", "near: &n 12", 8, "Write the value out")]
    [InlineData("near: 12", "near: [[[[[[[[12]]]]]]]]", 8, "Flatten it")]
    [InlineData("languages: [ru, kk]", "languages: [ru, kk", 5, "Check indentation, quotes and brackets")]
    [InlineData("near: 12", "near: 12\n---\nrule: second", 9, "move this into a file of its own")]
    public void A_fault_names_file_line_and_mend(string sound, string faulty, int line, string mend)
    {
        Assert.Contains(sound, RuleFolderFixture.Sound, StringComparison.Ordinal);
        using var folder = new RuleFolderFixture();
        var load = folder.Write("sound.yaml", RuleFolderFixture.Sound.Replace(sound, faulty, StringComparison.Ordinal)).Load();
        Assert.Empty(load.Book.Rules);
        Assert.All(load.Faults, fault => Assert.Equal("sound.yaml", fault.File));
        Assert.Contains(load.Faults, fault => fault.Line == line && (fault.Mend + fault.Says).Contains(mend, StringComparison.Ordinal));
    }

    [Fact]
    public void A_frame_of_two_slots_is_refused_because_a_topic_is_not_a_harm()
    {
        using var folder = new RuleFolderFixture();
        var two = RuleFolderFixture.Sound.Replace("  pay: $money\n  call: [пишите, жазыңыз]\n", "", StringComparison.Ordinal);
        Assert.Contains(folder.Write("sound.yaml", two).Load().Faults, fault => fault.Mend.Contains("a topic is not a harm", StringComparison.Ordinal));
    }

    [Fact]
    public void A_frame_of_signals_alone_is_refused()
    {
        using var folder = new RuleFolderFixture();
        var signals = RuleFolderFixture.Sound.Replace("{ any: [фронт*] }", "$phone", StringComparison.Ordinal)
            .Replace("call: [пишите, жазыңыз]", "call: $handle | $link", StringComparison.Ordinal);
        Assert.Contains(folder.Write("sound.yaml", signals).Load().Faults, fault => fault.Mend.Contains("Signals alone", StringComparison.Ordinal));
    }

    [Fact]
    public void One_faulty_rule_leaves_the_others_standing()
    {
        using var folder = new RuleFolderFixture();
        var load = folder.Write("sound.yaml", RuleFolderFixture.Sound).Write("broken.yaml", "rule: [").Load();
        Assert.Equal("sound", Assert.Single(load.Book.Rules).Name);
        Assert.Equal("broken.yaml", Assert.Single(load.Faults).File);
    }

    [Fact]
    public void Two_rules_of_one_name_are_refused()
    {
        using var folder = new RuleFolderFixture();
        var load = folder.Write("a/sound.yaml", RuleFolderFixture.Sound).Write("b/sound.yaml", RuleFolderFixture.Sound).Load();
        Assert.Single(load.Book.Rules);
        Assert.Contains("a/sound.yaml", Assert.Single(load.Faults).Says, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_past_its_limit_is_refused_and_not_cut()
    {
        using var folder = new RuleFolderFixture();
        var load = folder.Write("sound.yaml", RuleFolderFixture.Sound + new string('#', 3_000)).Load(new RuleLimits { Bytes = 2_048 });
        Assert.Empty(load.Book.Rules);
        Assert.Contains("Split it", Assert.Single(load.Faults).Mend, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_thousand_brackets_are_a_fault_and_not_a_crash()
    {
        using var folder = new RuleFolderFixture();
        Assert.Single(folder.Write("deep.yaml", new string('[', 100_000)).Load().Faults);
    }

    [Fact]
    public void A_file_with_any_letter_changed_is_a_rule_or_a_fault_and_never_a_crash()
    {
        using var folder = new RuleFolderFixture();
        Gen.Select(Gen.Int[0, RuleFolderFixture.Sound.Length - 1], Gen.Int[0, Signs.Length - 1].Select(i => Signs[i]), Gen.Bool).Sample(
            (at, sign, insert) =>
            {
                var text = RuleFolderFixture.Sound.Remove(at, insert ? 0 : 1).Insert(at, sign.ToString());
                var load = folder.Write("sound.yaml", text).Load();
                return load.Book.Rules.Count + load.Faults.Count > 0;
            },
            iter: 300,
            threads: 1);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_fault()
    {
        var load = RuleBook.Load("no-such-folder");
        Assert.Empty(load.Book.Rules);
        Assert.Single(load.Faults);
    }

    [Fact]
    public void A_list_is_shared_by_the_rules_that_name_it()
    {
        using var folder = new RuleFolderFixture();
        var load = folder
            .Write("lists/calls.yaml", "list: calls\norigin: Written for the test.\nterms: { ru: [пишите], kk: [жазыңыз] }")
            .Write("sound.yaml", RuleFolderFixture.Sound.Replace("[пишите, жазыңыз]", "<calls>", StringComparison.Ordinal)).Load();
        Assert.Empty(load.Faults);
        Assert.Equal(RuleFolderFixture.Changed("near", "near").Rules[0].Version, load.Book.Rules[0].Version);
    }

    [Fact]
    public void The_version_follows_what_a_rule_finds_and_says_but_not_its_state_or_examples()
    {
        var version = Version("near: 12", "near: 12");
        Assert.Equal(version, Version("state: live", "state: shadow"));
        Assert.Equal(version, Version("Работа есть, пишите", "Работа, пишите"));
        Assert.Equal(version, Version("[работ*, \"нужны люди\"]", "[\"нужны  люди\", Работ*]"));
        Assert.NotEqual(version, Version("near: 12", "near: 13"));
        Assert.NotEqual(version, Version("[фронт*]", "[фронт*, майдан]"));
        Assert.NotEqual(version, Version("ru: Говорит", "ru: Сообщает"));

        static string Version(string from, string to) => RuleFolderFixture.Changed(from, to).Rules[0].Version;
    }
}
