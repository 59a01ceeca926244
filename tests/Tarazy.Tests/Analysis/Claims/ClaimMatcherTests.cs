using System.Globalization;
using CsCheck;
using Tarazy.Analysis.Claims;
using Tarazy.Analysis.Claims.Ranking;
using Tarazy.Analysis.Text;

namespace Tarazy.Tests.Analysis.Claims;

public class ClaimMatcherTests
{
    private const string Benefits = "Ертеңнен бастап жәрдемақы мен зейнетақы тек жаңа «ÓtemPlus» қосымшасы арқылы төленеді, тіркелмегендердің төлемі тоқтайды.";

    private static readonly ClaimDocument[] Documents =
    [
        new(Benefits, null),
        new("С завтрашнего дня пособия и пенсии платят только через новое приложение «ÓtemPlus».", "Платят ли пособия через приложение?"),
        new("Тем, кто не сделал прививку от гриппа, закроют банковские счета.", null),
        new("Butterflies survived the Australian fires in moist wombat holes.", "Did butterflies survive Australia's wildfires?"),
        new("In the flood 500 people died in the town of Molbrook.", null),
        new("A new law bans bicycles from all bridges in Targynsai.", null),
    ];

    private static readonly ClaimIndex Index = ClaimIndex.Build(Documents);

    public static TheoryData<string, int> Questions => new()
    {
        { "ЕРТЕҢНЕН БАСТАП жәрдемақы мен зейнетақы тек жаңа «ÓtemPlus» қосымшасы арқылы төленеді! Туыстарыңызға жіберіңіз", 0 },
        { "Ертеннен бастап жардемакы мен зейнетакы тек жана ÓtemPlus косымшасы аркылы толенеди, тиркелмегендердин толеми токтайды", 0 }, // without the letters
        { "Срочно!!! С завтрашнего дня пособия и пенсии будут платить только через новое приложение ÓtemPlus, перешлите родным", 1 },
        { "Говорят, всем без прививки от гриппа закроют счета в банковских приложениях", 2 },
        { "How are butterflies surviving the #AustralianFires? In a moist wombat hole! — Jane Doe (@jane) January 14, 2020", 3 },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public void A_text_that_repeats_a_claim_finds_its_check_first_however_it_is_spelt(string text, int document)
    {
        var answer = new ClaimMatcher(Index, MatchRanker.HandSet).Ask(text, 3);
        Assert.Equal(document, answer[0].Document);
        Assert.True(answer[0].Probability > MatchRanker.Suggested, answer[0].Probability.ToString("0.00", CultureInfo.InvariantCulture));
        Assert.NotEmpty(answer[0].Shared);
    }

    [Theory]
    [InlineData("Городской каток откроют 20 ноября, если продержится мороз.")]
    [InlineData("Бауырсақ. Бір стақан жылы сүт, бір ас қасық қант, шай қасық ашытқы.")]
    [InlineData("ÓtemPlus")] // one word says nothing
    [InlineData("")]
    [InlineData("🙂🙂🙂 https://t.me/x/1 @somebody")]
    public void A_text_about_something_else_is_suggested_nothing(string text) =>
        Assert.DoesNotContain(new ClaimMatcher(Index, MatchRanker.HandSet).Ask(text, 5), m => m.Probability > MatchRanker.Suggested);

    [Theory]
    [InlineData("what was he before they were there", 2)] // nothing but stop words
    [InlineData("ночью мост, но не при нем", 1)] // three claims have its other words
    [InlineData("мост ночью, когда он есть", 0)]
    public void Stop_words_decide_where_nothing_else_can(string question, int document)
    {
        var index = ClaimIndex.Build([
            new("Мост закроют ночью, когда он еще есть.", null),
            new("Мост закроют ночью, но только не при нем.", null),
            new("He was there before they said what they were.", null),
            new("Мост закроют ночью и без вас.", null),
        ]);
        Assert.Equal(document, new ClaimMatcher(index, MatchRanker.HandSet).ByWords(question, 4)[0].Document);
    }

    [Theory]
    [InlineData("a about all and are as at be by for from i in is it not of on the to was with you", "until i'm isn't can't won't rt via amp")]
    [InlineData("и в во не что это он на я с как то все но за по у от о", "какая разве впрочем иногда лучше чуть более между также")]
    public void The_commonest_stop_words_share_no_place(string common, string rare)
    {
        var places = $"{common} {rare}".Split(' ').Select(word => StopWords.Place(TokenHash.Of(word))).ToList();
        Assert.All(places, place => Assert.InRange(place, 0, StopWords.Places - 1));
        Assert.Distinct(places);
    }

    [Theory]
    [InlineData("in the town", true)]
    [InlineData("in the xylograph", false)] // no document has the other word
    public void A_stop_word_finds_nothing_beside_a_word_that_is_unknown(string question, bool finds) =>
        Assert.Equal(finds, new ClaimMatcher(Index, MatchRanker.HandSet).ByWords(question, 5).Count > 0);

    [Fact]
    public void Stop_words_count_for_nothing_in_a_long_question_whose_words_are_mostly_unknown()
    {
        var index = ClaimIndex.Build([new("Мост закроют ночью.", null), new("Мост закроют ночью, но только не при вас.", null)]);
        var matcher = new ClaimMatcher(index, MatchRanker.HandSet);
        const string Unknown = " альбатрос барсук выхухоль горностай дикобраз енот жираф зубр";
        Assert.Equal(1, matcher.ByWords("мост, но не при вас", 2)[0].Document);
        Assert.Equal(0, matcher.ByWords("мост, но не при вас" + Unknown, 2)[0].Document);
    }

    [Theory]
    [InlineData("what was he before they were there")]
    [InlineData("а это не то, что было")]
    public void Stop_words_alone_are_suggested_nothing(string question) =>
        Assert.Empty(new ClaimMatcher(Index, MatchRanker.HandSet).Ask(question, 5, MatchRanker.Suggested));

    [Fact]
    public void The_gate_lets_a_copy_pass_and_keeps_ordinary_posts_out()
    {
        var matcher = new ClaimMatcher(Index, MatchRanker.HandSet);
        var text = new FoldedText();
        text.Fold("Тез оқыңыз! " + Benefits + " Бөліс!");
        Assert.Equal(0, Assert.Single(matcher.Look(text, 3)).Document);
        text.Fold("Городской каток откроют 20 ноября, если продержится мороз. Пункт проката обещает 120 пар новых коньков.");
        Assert.False(matcher.Gate(text));
        Assert.Empty(matcher.Look(text, 3));
    }

    [Fact]
    public void A_post_that_the_gate_keeps_out_allocates_nothing()
    {
        var matcher = new ClaimMatcher(Index, MatchRanker.HandSet);
        var text = new FoldedText();
        text.Fold("Городской каток откроют 20 ноября, если продержится мороз. Пункт проката обещает 120 пар новых коньков.");
        matcher.Look(text, 3);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            matcher.Look(text, 3);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Evidence_is_the_words_of_the_text_as_it_was_written()
    {
        const string Text = "Слух: Г Р И П П — кто не сделал прививку, тому закроют СЧЕТА";
        var match = new ClaimMatcher(Index, MatchRanker.HandSet).Ask(Text, 1)[0];
        Assert.Contains("СЧЕТА", match.Shared.Select(e => Text.Substring(e.Start, e.Length)));
        Assert.Contains("прививку", match.Shared.Select(e => Text.Substring(e.Start, e.Length)));
    }

    [Fact]
    public void Any_text_gets_probabilities_in_falling_order_and_evidence_inside_it()
    {
        var matcher = new ClaimMatcher(Index, MatchRanker.HandSet);
        Gen.Select(Gen.String, Gen.Int[0, Documents.Length - 1], Gen.Int[0, 40]).Sample((noise, number, cut) =>
        {
            var claim = Documents[number].Claim;
            var text = noise + claim[Math.Min(cut, claim.Length)..] + noise;
            var answer = matcher.Ask(text, 5);
            Assert.All(answer, m => Assert.InRange(m.Probability, 0, 1));
            Assert.Equal(answer.Select(m => m.Probability).OrderDescending(), answer.Select(m => m.Probability));
            Assert.All(answer.SelectMany(m => m.Shared), e => Assert.InRange(e.Start + e.Length, 1, text.Length));
        }, iter: 300, threads: 1);
    }

    [Fact]
    public void An_empty_index_answers_nothing()
    {
        var matcher = new ClaimMatcher(ClaimIndex.Empty, MatchRanker.HandSet);
        Assert.Empty(matcher.Ask(Benefits, 5));
        Assert.Empty(matcher.ByWords(Benefits, 5));
        var text = new FoldedText();
        text.Fold(Benefits);
        Assert.Empty(matcher.Look(text, 5));
    }

    [Fact]
    public void Words_alone_give_the_same_order_as_adding_up_bm25_by_the_book()
    {
        // Twin: Okapi BM25 without rounding; ranks may differ only where scores are as close as eight bits can tell.
        var documents = Enumerable.Range(0, 60).Select(d => new ClaimDocument(
            string.Join(' ', Enumerable.Range(0, 4 + (d % 7)).Select(w => $"word{(d * 7) + (w * w * 3) % 23}x")), null)).ToArray();
        var matcher = new ClaimMatcher(ClaimIndex.Build(documents), MatchRanker.HandSet);
        foreach (var query in documents.Select(d => d.Claim))
        {
            var best = matcher.ByWords(query, 1)[0].Document;
            var scores = PlainBm25.Scores(documents.Select(d => d.Claim.Split(' ')).ToArray(), query.Split(' '));
            Assert.True(scores[best] >= scores.Max() * 0.97, query);
        }
    }
}

/// <summary>BM25 as it is written in the books, k1 = 1.2 and b = 0.5.</summary>
internal static class PlainBm25
{
    public static double[] Scores(string[][] documents, string[] query)
    {
        var mean = documents.Average(d => d.Length);
        return
        [
            .. documents.Select(d => query.Distinct().Sum(term =>
            {
                var frequency = documents.Count(x => x.Contains(term));
                var times = d.Count(w => w == term);
                var idf = Math.Log(1 + ((documents.Length - frequency + 0.5) / (frequency + 0.5)));
                return idf * times * 2.2 / (times + (1.2 * (0.5 + (0.5 * d.Length / mean))));
            })),
        ];
    }
}
