using Tarazy.Analysis.Text;

namespace Tarazy.Tests.Analysis.Text;

public class FoldedTextTests
{
    [Theory]
    [InlineData("Контракт", "контракт")]
    [InlineData("ЁЛКА Ёж", "елка еж")]
    [InlineData("ҚАЗАҚСТАН Әйел Өмір Ұлт Үй Һәм Іні Ғылым Ңң", "қазақстан әйел өмір ұлт үй һәм іні ғылым ңң")]
    [InlineData("Ҷаҳон Ӯ Ӣ Ӏ Ҳақ Ң", "ҷаҳон ӯ ӣ ӏ ҳақ ң")]
    [InlineData("и\u0306од Й\u0306 и\u0306", "йод й й")] // й in two units; a second breve is decoration
    [InlineData("ко\u0301нтракт", "контракт")]
    [InlineData("к\u0323о\u035Fн\u0332т\u0336ракт", "контракт")]
    [InlineData("кон\u200Bтра\u200Dкт\uFEFF", "контракт")]
    [InlineData("\u202Eконтракт\u202C", "контракт")]
    [InlineData("ｃａｓｈ ﬁx 𝐛𝐨𝐥𝐝 🅰🅱", "cash fix bold ab")]
    [InlineData("контрaкт", "контракт")] // Latin a
    [InlineData("кοнτракτ", "контракт")] // Greek
    [InlineData("Келiсiм бойынша", "келісім бойынша")] // Latin i in Kazakh
    [InlineData("гауhар тас және қаhарман", "гаунар тас және қаһарман")] // h is һ where the word itself is Kazakh
    [InlineData("это cop, вор и жулик", "это сор, вор и жулик")] // all twins, inside Cyrillic
    [InlineData("Компания Apple, TikTok и make up", "компания apple, tiktok и make up")] // clean brands stay
    [InlineData("Курс по PHP и HTTP, IT, CEO", "курс по php и http, it, ceo")] // capitals of ordinary posts stay
    [InlineData("Это CTPAX и УГPO3A, срочный cбop", "это страх и угроза, срочный сбор")] // but not in a text that hides words
    [InlineData("к0нтр@кт", "контракт")]
    [InlineData("п0дпис@ть контр@к7", "подписать контракт")]
    [InlineData("ту154 и т34, 5минут, covid19 2022г", "ту154 и т34, 5минут, covid19 2022г")]
    [InlineData("наш к о н т р а к т тут", "наш контракт тут")]
    [InlineData("наш к.о.н.т.р.а.к.т.", "наш контракт.")]
    [InlineData("а б в и г", "абвиг")] // a list of letters pays for it
    [InlineData("я и ты", "я и ты")]
    [InlineData("O\u02BBzbekiston g‘oya", "o'zbekiston g'oya")]
    [InlineData("KIRMIZI İstanbul kırmızı", "kirmizi istanbul kirmizi")]
    [InlineData("a\tb\r\nc\u00A0d", "a b \nc d")]
    [InlineData("pаypal", "paypal")] // a Latin word with a Cyrillic а is Latin
    [InlineData("vkшный", "vkшный")] // letters that only one script has, of both: left alone
    public void A_text_folds_to_what_a_reader_reads(string original, string folded) => Assert.Equal(folded, Folded(original).Chars.ToString());

    [Theory]
    [InlineData("Пишите @sarbaz_work или https://t.me/Foo/123?x=1.", "пишите|@sarbaz_work|или|https://t.me/foo/123?x=1")]
    [InlineData("см. kun.uz/ru и tengrinews.kz, конец.Начало", "см|kun.uz/ru|и|tengrinews.kz|конец|начало")]
    [InlineData("почта a.b@mail.kz тут", "почта|a.b@mail.kz|тут")]
    [InlineData("2 000 000 теңге, п'ять #тег", "2|000|000|теңге|п'ять|тег")]
    [InlineData("(https://example.com/a_(b))", "https://example.com/a_(b")]
    public void Words_numbers_links_and_handles_are_tokens(string original, string tokens)
    {
        var text = Folded(original);
        Assert.Equal(tokens.Split('|'), text.Tokens.ToArray().Select(t => text.Chars.Slice(t.Start, t.Length).ToString()));
    }

    [Theory]
    [InlineData("https://www.kun.uz/news/1/", "kun.uz/news/1")]
    [InlineData("http://t.me/foo?utm_source=x", "t.me/foo")]
    [InlineData("HTTPS://T.ME/foo#top", "t.me/foo")]
    public void Two_spellings_of_one_link_are_one_token(string one, string other) =>
        Assert.Equal(Folded(other).Hashes.ToArray(), Folded(one).Hashes.ToArray());

    [Fact]
    public void A_prefix_is_found_under_the_hash_of_its_stem_and_names_its_word()
    {
        var text = Folded("а на вербовку @handle вербовщик");
        var stem = TokenHash.OfPrefix("вербов");
        var owners = Enumerable.Range(0, text.Prefixes.Length).Where(i => text.Prefixes[i] == stem).Select(text.PrefixOwner);
        Assert.Equal([2, 4], owners);
        Assert.Equal(TokenHash.Of("вербовку"), text.Hashes[2]);
        Assert.Equal(text.Hashes[2], text.Prefixes[text.PrefixStarts[3] - 1]);
    }

    [Theory]
    [InlineData("наш контрaкт", 1, true)]
    [InlineData("наш Контракт", 1, false)]
    [InlineData("наш кон\u200Bтракт", 1, true)]
    [InlineData("наш к о н т р а к т", 1, true)]
    [InlineData("ещЁ и\u0306од", 1, false)]
    [InlineData("O\u02BBzbek", 0, false)]
    public void A_token_knows_whether_it_was_disguised(string original, int token, bool disguised) =>
        Assert.Equal(disguised, Folded(original).Disguised(token));

    [Theory]
    [InlineData("🔥 к\u200Bонтр@кт, да", "контракт", "к\u200Bонтр@кт")]
    [InlineData("вот к о н т р а к т, да", "контракт", "к о н т р а к т")]
    [InlineData("ещё ﬁx it", "fix", "ﬁx")]
    public void Evidence_is_shown_in_the_words_of_the_author(string original, string folded, string shown)
    {
        var text = Folded(original);
        var (start, length) = text.ToOriginal(text.Chars.IndexOf(folded, StringComparison.Ordinal), folded.Length);
        Assert.Equal(shown, text.Original.Substring(start, length));
    }

    [Fact]
    public void What_lies_beyond_the_limit_is_not_read_and_the_text_says_so()
    {
        var text = new FoldedText(new FoldOptions { MaxUnits = 16 });
        text.Fold("один два три четыре пять");
        Assert.True(text.Truncated);
        Assert.Equal("один два три чет", text.Chars.ToString());
    }

    private static FoldedText Folded(string original)
    {
        var text = new FoldedText();
        text.Fold(original);
        return text;
    }
}
