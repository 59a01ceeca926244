using Tarazy.Analysis.Rules;
using Tarazy.Analysis.Text;

namespace Tarazy.Tests.Analysis.Rules;

/// <summary>Rules in files that have an expression.</summary>
public class FindRuleTests
{
    private const string Sound = """
        rule: sound
        harm: job-bait
        says: { en: Says, ru: Говорит, kk: Айтады }
        not: { en: Not, ru: Нет, kk: Емес }
        languages: [ru, kk]
        state: live
        origin: Written for the test.
        find: (вербов* OR <service>) NEAR/12 $money NOT channel:own
        unless:
          suppress: { ru: ["суд приговорил"] }
          weaken: { ru: [говорят] }
        examples:
          match: { ru: ["Вербовка, 200 000 тг", "Служба по контракту от 300 000 тг"] }
          no_match: { ru: ["Вербовка без денег", "Суд приговорил: вербовка за 200 000 тг"] }
        """;

    private const string Service = "list: service\norigin: Written for the test.\nterms: { ru: [служб* по контракту] }\n";
    private const string Own = "list: own\norigin: Written for the test.\nchannels: [\"@steppe_news\", telegram:7]\n";

    [Fact]
    public void A_rule_with_an_expression_loads_and_looks()
    {
        var load = Load(Sound);
        Assert.Empty(load.Faults);
        var rule = Assert.Single(load.Book.Rules);
        Assert.Equal("(вербов* OR <service>) NEAR/12 $money AND NOT channel:own", rule.Expression);
        Assert.Equal(1, Assert.Single(Look(load.Book, "Вербовка, 200 000 тг", "telegram:1")).Strength);
        Assert.Equal(0.5, Assert.Single(Look(load.Book, "Говорят: вербовка, 200 000 тг", "telegram:1")).Strength);
        Assert.Empty(Look(load.Book, "Вербовка, 200 000 тг", "telegram:7"));
        Assert.Empty(Look(load.Book, "Вербовка, 200 000 тг", "telegram:@steppe_news"));
    }

    [Fact]
    public void Beside_a_frame_an_expression_narrows_it()
    {
        var framed = RuleFolderFixture.Sound.Replace("near: 12", "near: 12\nfind: NOT lang:kk (фронт NEAR/3 $money)", StringComparison.Ordinal);
        using var folder = new RuleFolderFixture();
        var load = folder.Write("sound.yaml", framed).Load();
        Assert.Empty(load.Faults);
        Assert.Single(Lexicons.Look(load.Book, "Работа, фронт, 200 000 тг, пишите", "ru"));
        Assert.Empty(Lexicons.Look(load.Book, "Работа, фронт, 200 000 тг, пишите", "kk"));
        Assert.Empty(Lexicons.Look(load.Book, "Фронт. Работа есть сегодня и завтра, 200 000 тг, пишите", "ru"));
    }

    [Fact]
    public void Threats_and_demands_are_signals_whose_words_are_data()
    {
        using var folder = new RuleFolderFixture();
        var load = folder.Write("lists/threat.yaml", "list: threat\norigin: Test.\nterms: [выложу, разошл*]\n")
            .Write("sound.yaml", Sound.Replace("(вербов* OR <service>) NEAR/12 $money NOT channel:own", "$threat NEAR/12 $money", StringComparison.Ordinal)
                .Replace("Вербовка, 200 000 тг\", \"Служба по контракту от 300 000 тг", "Выложу, если не заплатишь 200 000 тг", StringComparison.Ordinal)).Load();
        Assert.Empty(load.Faults);
        Assert.Equal("threat", Assert.Single(Lexicons.Look(load.Book, "Разошлю! 300 000 тг")).Evidence[0].Slot);
    }

    [Theory]
    [InlineData("find: (вербов*", "find: ((вербов*", 8, 7, "This bracket is not closed")]
    [InlineData("$money NOT", "$cash NOT", 8, 38, "Signals: $money")]
    [InlineData("channel:own", "channel:other", 8, 49, "Sets: own")]
    [InlineData("find: (вербов* OR <service>) NEAR/12 $money NOT channel:own", "find: $money OR вербов*", 8, 7, "Give every alternative a word")]
    [InlineData("find: (вербов* OR <service>) NEAR/12 $money NOT channel:own", "find: |\n  вербов*\n  NEAR/12 $cash", 10, 11, "Signals: $money")]
    [InlineData("find: (вербов* OR <service>) NEAR/12 $money NOT channel:own", "find: 'вербов* $cash'", 8, 16, "Signals: $money")]
    [InlineData("state: live", "state: live\nnear: 12", 7, 7, "belongs to a frame")]
    [InlineData("find: (вербов* OR <service>) NEAR/12 $money NOT channel:own\n", "", 1, 1, "Or write an expression")]
    [InlineData("Вербовка без денег", "Вербовка за 5000 тг", 14, 1, "Narrow a slot")]
    public void A_fault_names_file_line_column_and_mend(string sound, string faulty, int line, int column, string says)
    {
        Assert.Contains(sound, Sound, StringComparison.Ordinal);
        var load = Load(Sound.Replace(sound, faulty, StringComparison.Ordinal));
        Assert.Empty(load.Book.Rules);
        Assert.Contains(load.Faults, fault => fault.File == "sound.yaml" && fault.Line == line && fault.Column == column && $"{fault.Says} {fault.Mend}".Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public void The_version_follows_the_expression_its_lists_and_its_sets()
    {
        var version = Load(Sound).Book.Rules[0].Version;
        Assert.Equal(version, Load(Sound.Replace("вербов* OR", "ВЕРБОВ*  OR", StringComparison.Ordinal)).Book.Rules[0].Version);
        Assert.NotEqual(version, Load(Sound.Replace("NEAR/12", "NEAR/11", StringComparison.Ordinal)).Book.Rules[0].Version);
        Assert.NotEqual(version, Load(Sound, service: Service.Replace("[служб* по контракту]", "[служб* по контракту, воинск* служб*]", StringComparison.Ordinal)).Book.Rules[0].Version);
        Assert.NotEqual(version, Load(Sound, own: Own.Replace("telegram:7", "telegram:8", StringComparison.Ordinal)).Book.Rules[0].Version);
    }

    [Fact]
    public void An_explanation_says_what_is_found_what_is_missing_and_what_takes_it_back()
    {
        var book = Load(Sound).Book;
        var text = new FoldedText();
        text.Fold("Суд приговорил: вербовка, денег нет");
        var why = book.Explain(book.Rules[0], text, new PostPlace("ru"));
        Assert.Null(why.Hit);
        Assert.Equal(["вербов*: 1", "<service>: 0", "$money: 0"], why.Parts.Select(part => $"{part.Name}: {part.Found.Count}"));
        Assert.Equal("суд приговорил", Assert.Single(why.Suppressed).Term);
        Assert.Equal(
            [true, false, null, false],
            why.Conditions.Select(condition => condition.Holds));
    }

    private static RuleBookLoad Load(string rule, string service = Service, string own = Own)
    {
        using var folder = new RuleFolderFixture();
        return folder.Write("lists/service.yaml", service).Write("lists/own.yaml", own).Write("sound.yaml", rule).Load();
    }

    private static List<RuleHit> Look(RuleBook book, string post, string channel)
    {
        var text = new FoldedText();
        text.Fold(post);
        var hits = new List<RuleHit>();
        book.Look(text, new PostPlace("ru", channel), hits);
        return hits;
    }
}
