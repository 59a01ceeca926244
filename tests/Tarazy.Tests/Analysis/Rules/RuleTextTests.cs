using CsCheck;
using Tarazy.Analysis.Rules;
using Tarazy.Analysis.Text;

namespace Tarazy.Tests.Analysis.Rules;

public class RuleTextTests
{
    private const string Post = "Вербовка: служба по контракту, 2 000 000 теңге, пишите @invented_name. Фронт далеко от города.";

    private static readonly string[] Pieces =
        [" AND ", " OR ", " NOT ", " NEAR/3 ", "(", ")", "\"", "«", "»", "lang:", "Lang://", "channel:@", "https://a.ru/", "*", " "];

    /// <summary>Anything that somebody may type: pieces of the language, letters of several scripts with digits among them, and odd signs.</summary>
    private static readonly Gen<string> Written = Gen.Frequency(
        (4, FindGen.Expression),
        (4, Gen.String[Gen.Char["абжokаaeT0346@$1"], 1, 10]),
        (2, Gen.String[Gen.Char["ab.:/@|()<>\"«»“”„*'-жз\t\n "], 1, 10]),
        (1, Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i])),
        (1, Gen.String[Gen.Char, 1, 6])).List[1, 8].Select(string.Concat);

    private static readonly string[] Languages = ["ru", "kk", "und"];
    private static readonly string?[] Channels = [null, "telegram:@steppe_news", "telegram:7"];
    private static readonly long?[] Audiences = [null, 50, 500];

    [Theory]
    [InlineData("вербовка", true)]
    [InlineData("вербов*", true)]
    [InlineData("верб", false)]
    [InlineData("ВЕРБОВ* Пишите", true)] // nothing between two parts is AND
    [InlineData("вербов* пошлите", false)]
    [InlineData("вербов* AND пошлите OR пишите", true)] // AND binds tighter than OR
    [InlineData("вербов* AND (пошлите OR пишите)", true)]
    [InlineData("вербов* NOT пишите", false)]
    [InlineData("NOT пошлите", true)]
    [InlineData("\"служба по контракту\"", true)]
    [InlineData("«служба по контракту»", true)]
    [InlineData("\"служба контракту\"", false)]
    [InlineData("\"служб* по контракт*\"", true)]
    [InlineData("служба NEAR/1 контракту", true)]
    [InlineData("служба NEAR/0 контракту", false)]
    [InlineData("контракту NEAR/1 служба", true)] // in either order
    [InlineData("вербовка NEAR/2 служба NEAR/1 контракту", true)]
    [InlineData("(служба OR фронт) NEAR/2 города", true)]
    [InlineData("(служба OR деньги) NEAR/2 города", false)]
    [InlineData("контракту NEAR/3 $money", true)]
    [InlineData("фронт NEAR/1 $money", false)]
    [InlineData("служба NEAR/5 служба", false)] // the same words never count twice
    [InlineData("вербов* $handle $money", true)]
    [InlineData("вербов* $phone", false)]
    [InlineData("вербов* lang:ru,kk", true)]
    [InlineData("вербов* lang:uk", false)]
    [InlineData("вербов* channel:@steppe_news", true)]
    [InlineData("вербов* channel:telegram:7", false)]
    [InlineData("вербов* audience:>10000", true)]
    [InlineData("вербов* audience:>20000", false)]
    public void An_expression_finds(string expression, bool found)
    {
        var book = Query(expression).Book();
        var text = new FoldedText();
        text.Fold(Post);
        var hits = new List<RuleHit>();
        book.Look(text, new PostPlace("ru", "telegram:@steppe_news", 20_000), hits);
        Assert.Equal(found, hits.Count == 1);
    }

    [Theory]
    [InlineData("вербов* channel:@steppe_news")]
    [InlineData("вербов* NOT channel:@steppe_news")]
    [InlineData("вербов* audience:>10")]
    [InlineData("вербов* NOT audience:>10")]
    public void What_a_post_does_not_say_is_no_reason_to_find_it(string expression) => Assert.Empty(Lexicons.Look(Query(expression).Book(), Post));

    [Fact]
    public void Evidence_is_every_part_that_holds_in_the_order_of_the_post()
    {
        var hit = Assert.Single(Lexicons.Look(Query("(пишите NEAR/2 $handle) вербов* NOT пошлите (фронт OR тыл)").Book(), Post));
        Assert.Equal(
            ["вербов*: Вербовка", "пишите: пишите", "handle: @invented_name", "фронт: Фронт"],
            hit.Evidence.Select(e => $"{e.Slot}: {Post.Substring(e.Start, e.Length)}"));
    }

    [Theory]
    [InlineData("", 1, 1, "The expression is empty")]
    [InlineData("а (б", 1, 3, "not closed")]
    [InlineData("а) б", 1, 2, "was not opened")]
    [InlineData("()", 1, 2, "closes nothing")]
    [InlineData("слово AND", 1, 10, "ends where a part is expected")]
    [InlineData("OR слово", 1, 1, "OR stands where a part is expected")]
    [InlineData("слово\nAND \"фраза", 2, 5, "The phrase is not closed")]
    [InlineData("слово NEAR другое", 1, 7, "Write NEAR/5")]
    [InlineData("слово NEAR/900 другое", 1, 7, "Write NEAR/5")]
    [InlineData("NEAR/3 слово", 1, 1, "NEAR has nothing before it")]
    [InlineData("(слово AND два) NEAR/3 три", 1, 17, "before NEAR has no place")]
    [InlineData("слово NEAR/3 lang:kk", 1, 14, "after NEAR has no place")]
    [InlineData("сл*во", 1, 1, "A star stands only at the end")]
    [InlineData("с*", 1, 1, "too short")]
    [InlineData("слово $cash", 1, 7, "Signals: $money")]
    [InlineData("слово $threat", 1, 7, "Put them into lists/threat.yaml")]
    [InlineData("слово <нет>", 1, 7, "There is no list")]
    [InlineData("слово channel:bank", 1, 7, "There is no set of channels")]
    [InlineData("слово lang:Russian", 1, 7, "Write lang:kk")]
    [InlineData("слово audience:10", 1, 7, "Write audience:>10000")]
    [InlineData("$handle|$phone слово", 1, 1, "There is no signal")]
    [InlineData("один|два", 1, 1, "Write OR between")]
    [InlineData("((((((((((((((((((слово))))))))))))))))))", 1, 18, "nested deeper than 16")]
    public void A_fault_names_its_place_and_the_mend(string expression, int line, int column, string says)
    {
        Assert.False(RuleText.TryParse(expression, out var query, out var fault));
        Assert.Null(query);
        Assert.Equal((line, column), (fault.Line, fault.Column));
        Assert.Contains(says, $"{fault.Says} {fault.Mend}", StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_of_length_and_of_parts_are_kept()
    {
        Assert.False(RuleText.TryParse(new string('а', 4_001), out _, out var longer));
        Assert.Contains("4000 are allowed", longer.Says, StringComparison.Ordinal);
        Assert.False(RuleText.TryParse(string.Join(" OR ", Enumerable.Range(0, 201).Select(i => $"а{i}")), out _, out var more));
        Assert.Contains("more than 200 parts", more.Says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("вербов* (lang:kk OR $money)", true)]
    [InlineData("вербов* OR $money", false)]
    [InlineData("NOT вербов*", false)]
    [InlineData("lang:kk $phone", false)]
    [InlineData("$phone NEAR/3 пишите", true)]
    public void An_expression_is_anchored_when_it_cannot_hold_without_a_word(string expression, bool anchored) => Assert.Equal(anchored, Query(expression).Anchored);

    [Fact]
    public void No_text_makes_the_reader_throw()
    {
        const string Signs = "()\"«»“”<>*$:/|,>@ \n\tANDORNOTNEAR123абвәlangchannelaudience\uD800\u200B🔥";
        var noise = Gen.OneOf(Gen.String, Gen.Int[0, Signs.Length - 1].Select(i => Signs[i]).Array[0, 60].Select(all => new string(all)));
        var broken = Gen.Select(FindGen.Expression, Gen.Int[0, 200], noise, (text, at, other) => text.Insert(Math.Min(at, text.Length), other));
        Gen.OneOf(noise, broken).Sample(
            text =>
            {
                var read = RuleText.TryParse(text, out var query, out var fault);
                Assert.Equal(read, query is not null);
                Assert.Equal(read, fault is null);
                Assert.True(read || (fault!.Line >= 1 && fault.Column >= 1 && fault.Says.Length > 0 && fault.Mend.Length > 0));

                // What was read must also be looked for without a fault.
                if (query is not null)
                {
                    Lexicons.Look(query.Book(), text);
                }
            },
            iter: 3_000,
            threads: 2);
    }

    [Fact]
    public void An_expression_written_out_is_the_same_expression() => FindGen.Expression.Sample(
        expression =>
        {
            var query = Query(expression);
            return Query(query.ToString()).ToString() == query.ToString();
        },
        iter: 500);

    [Fact]
    public void Whatever_is_read_has_a_canonical_spelling_that_is_read_as_the_same() => Written.Sample(
        written =>
        {
            if (!RuleText.TryParse(written, out var query, out _))
            {
                return true;
            }

            var canonical = query.ToString();
            return RuleText.TryParse(canonical, out var again, out _) && again.ToString() == canonical
                && again.Plan.Terms().SelectMany(term => term.Term.Words).SequenceEqual(query.Plan.Terms().SelectMany(term => term.Term.Words));
        },
        iter: 5_000);

    [Theory]
    [InlineData("a4a4GDGD", "a4a4GDGD")] // would be read otherwise when it is read again
    [InlineData("«a4a4GDGD \"и\" другое»", "«a4a4GDGD \"и\" другое»")]
    [InlineData("Работа", "работа")]
    [InlineData("«работа для»", "\"работа для\"")]
    [InlineData("Lang://invented.example/a", "\"lang://invented.example/a\"")] // bare it would ask for languages
    [InlineData("“https://invented.example/a|b”", "\"https://invented.example/a b\"")]
    [InlineData("\"служб*\tпо контракт*\"", "\"служб* по контракт*\"")]
    public void A_term_is_spelt_so_that_it_is_read_again(string written, string canonical)
    {
        Assert.Equal(canonical, Query(written).ToString());
        Assert.Equal(canonical, Query(canonical).ToString());
    }

    [Fact]
    public void An_expression_that_grows_too_long_when_written_out_is_refused()
    {
        var written = string.Join(' ', Enumerable.Repeat("ab", 10));
        Assert.True(RuleText.TryParse(written, RuleLists.None, new RuleLimits { FindLength = 65 }, out _, out _));
        Assert.False(RuleText.TryParse(written, RuleLists.None, new RuleLimits { FindLength = 64 }, out _, out var fault));
        Assert.Equal("The expression has 65 characters when every AND is written out, and 64 are allowed.", fault.Says);
    }

    [Fact]
    public void The_fast_book_finds_by_expressions_what_the_plain_reading_finds()
    {
        var found = 0;
        var place = Gen.Int[0, 26].Select(i => new PostPlace(Languages[i % 3], Channels[i / 3 % 3], Audiences[i / 9]));
        Gen.Select(FindGen.Expression, FindGen.Post, place).Sample(
            (expression, post, where) =>
            {
                var query = Query(expression);
                var text = new FoldedText();
                text.Fold(post);
                var plain = new PlainFind(text, where).Holds(query.Plan.Root) == true;
                var hits = new List<RuleHit>();
                query.Book().Look(text, where, hits);
                Interlocked.Add(ref found, hits.Count);
                return plain == (hits.Count == 1);
            },
            iter: 4_000,
            threads: 2);
        Assert.True(found > 200, $"only {found} posts were a find");
    }

    [Fact]
    public void A_post_without_a_hit_allocates_nothing()
    {
        var book = Query("(контракт NEAR/2 $money) OR (\"служба по контракту\" NEAR/2 $phone) AND NOT (фронт NEAR/1 тыл)").Book();
        var text = new FoldedText();
        text.Fold("Контракт подписан. Много слов между ним и тем, за что платят 300 000 тг. Служба по контракту, фронт и тыл.");
        var hits = new List<RuleHit>();
        for (var i = 0; i < 3; i++)
        {
            book.Look(text, "ru", hits);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            book.Look(text, "ru", hits);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Empty(hits);
    }

    private static RuleQuery Query(string expression)
    {
        Assert.True(RuleText.TryParse(expression, out var query, out var fault), $"{expression}: {fault}");
        return query;
    }
}
