using Tarazy.Analysis.Rules;
using Tarazy.Analysis.Text;

namespace Tarazy.Tests.Analysis.Rules;

public class RuleMatchingTests
{
    private const string Offer = "Работа! Фронт, 200 000 тг. Пишите";

    private static readonly RuleBook Book = RuleFolderFixture.Changed("near", "near");

    [Fact]
    public void Evidence_is_shown_in_the_authors_own_words()
    {
        var hit = Assert.Single(Lexicons.Look(Book, Offer));
        Assert.Equal(["offer: Работа", "place: Фронт", "pay: 200 000 тг", "call: Пишите"], hit.Evidence.Select(e => $"{e.Slot}: {Offer.Substring(e.Start, e.Length)}"));
        Assert.All(hit.Evidence, evidence => Assert.Null(evidence.Restored));
        Assert.Equal(1, hit.Strength);
    }

    [Fact]
    public void A_disguised_word_is_shown_as_written_and_as_read()
    {
        const string Post = "Рa\u200Bбoта, фрoнт, 200 000 тг";
        var hit = Assert.Single(Lexicons.Look(Book, Post));
        Assert.Equal("работа", hit.Evidence[0].Restored);
        Assert.Equal("Рa\u200Bбoта", Post.Substring(hit.Evidence[0].Start, hit.Evidence[0].Length));
        Assert.Equal("фронт", hit.Evidence[1].Restored);
    }

    [Fact]
    public void Strength_is_the_share_of_the_slots_and_half_of_it_beside_a_weakening_sign()
    {
        Assert.Equal(0.75, Assert.Single(Lexicons.Look(Book, "Работа, фронт, 200 000 тг")).Strength);
        var weak = Assert.Single(Lexicons.Look(Book, "Говорят: работа, фронт, 200 000 тг"));
        Assert.Equal(0.375, weak.Strength);
        Assert.Equal("unless", weak.Evidence[^1].Slot);
    }

    [Theory]
    [InlineData("Суд приговорил: работа, фронт, 200 000 тг, пишите")] // a court report
    [InlineData("Работа, фронт")] // two slots
    [InlineData("Работа работа работы, фронт фронта")] // two slots, however often
    [InlineData("Работа есть. Один два три четыре пять шесть семь восемь девять десять одиннадцать. Фронт, 200 000 тг")] // too far apart
    public void Nothing_is_found_in(string post) => Assert.Empty(Lexicons.Look(Book, post));

    [Fact]
    public void The_same_words_never_count_for_two_slots()
    {
        var book = RuleFolderFixture.Changed("[пишите, жазыңыз]", "[пишите, \"нужны люди на фронт\"]");
        Assert.Empty(Lexicons.Look(book, "Нужны люди на фронт, 200 000 тг"));
        Assert.Single(Lexicons.Look(book, "Нужны люди на фронт, 200 000 тг, работа"));
    }

    [Theory]
    [InlineData("ru", 1)]
    [InlineData("kk", 1)]
    [InlineData("und", 1)]
    [InlineData("", 1)]
    [InlineData("bg", 1)] // no rule is written for Bulgarian: a short Russian post is often taken for it
    public void A_rule_looks_at_its_own_languages_and_at_those_nobody_speaks(string language, int hits) =>
        Assert.Equal(hits, Lexicons.Look(Book, Offer, language).Count);

    [Fact]
    public void A_rule_leaves_a_language_to_the_rules_that_speak_it()
    {
        using var folder = new RuleFolderFixture();
        var english = RuleFolderFixture.Sound.Replace("rule: sound", "rule: english", StringComparison.Ordinal)
            .Replace("[ru, kk]", "[en]", StringComparison.Ordinal).Replace("{ ru:", "{ en:", StringComparison.Ordinal).Replace(", kk: [жұмыс*]", "", StringComparison.Ordinal);
        var load = folder.Write("sound.yaml", RuleFolderFixture.Sound).Write("english.yaml", english).Load();
        Assert.Empty(load.Faults);
        Assert.Equal("english", Assert.Single(Lexicons.Look(load.Book, Offer, "en")).Rule.Name);
        Assert.Equal(2, Lexicons.Look(load.Book, Offer, "und").Count);
    }

    [Fact]
    public void A_draft_does_not_look() => Assert.Empty(Lexicons.Look(RuleFolderFixture.Changed("state: live", "state: draft"), Offer));

    [Fact]
    public void A_stem_longer_than_the_prefixes_of_a_text_is_compared_to_its_end()
    {
        var book = RuleFolderFixture.Changed("[фронт*]", "[фронт*, добровольческ*]");
        Assert.Single(Lexicons.Look(book, "Работа, добровольческий отряд, 200 000 тг"));
        Assert.Empty(Lexicons.Look(book, "Работа, добровольцы, 200 000 тг"));
    }

    [Fact]
    public void Nothing_is_allocated_while_nothing_is_found()
    {
        string[] posts =
        [
            "Сегодня в Астане открыли новый мост, движение уже пустили",
            "Суд приговорил жителя к 6 годам: контракт, фронт, 2 млн рублей, пишите @invented",
            "Требуется продавец, 250 000 тг, звоните 8 700 000 00 46, опыт не нужен",
        ];
        var texts = posts.Select(post =>
        {
            var text = new FoldedText();
            text.Fold(post);
            return text;
        }).ToArray();
        var hits = new List<RuleHit>();
        var book = Lexicons.Shipped.Book;
        Look();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Look();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Empty(hits);

        void Look()
        {
            foreach (var text in texts)
            {
                book.Look(text, "ru", hits);
            }
        }
    }
}
