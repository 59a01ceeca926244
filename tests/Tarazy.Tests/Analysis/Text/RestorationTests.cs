using Tarazy.Analysis.Text;

namespace Tarazy.Tests.Analysis.Text;

public class RestorationTests
{
    [Theory]
    [InlineData("Др\uFEFFо\u200Dн сaмолетного т\u200Cи\u200Dпa, п0д@в/\\€н!", "Дрон самолетного типа, подавлен!")]
    [InlineData("Это С7@н0в/\\ян$к0м рaйо\uFEFFне и 3@7uшний б€р€г", "Это Становлянском районе и затишний берег")]
    [InlineData("в Л|и|п|е|ц|к|о|й области и р_а_й_о_н_е", "в Липецкой области и районе")]
    [InlineData("для р а с п р о с т р а н е н и я лжи", "для распространения лжи")]
    [InlineData("срочно З\u0332в\u0336о\u0332н\u0336и\u0323, ёлка", "срочно Звони, ёлка")]
    [InlineData("очень рааааад видеееть вааааас", "очень рад видеть вас")]
    [InlineData("к🔥о🔥н🔥т🔥р🔥а🔥к🔥т тут", "контракт тут")]
    [InlineData("кон🔥тракт и рабо😀та", "контракт и работа")]
    [InlineData("ｃａｓｈ и 𝐜𝐚𝐬𝐡", "cash и cash")]
    [InlineData("υ нαс κοнτραкτ и ραбοτα", "у нас контракт и работа")]
    public void Disguised_words_are_written_plainly_and_the_rest_stays(string written, string plain) => Assert.Equal(plain, Restored(written));

    [Theory]
    [InlineData("Купил iPhone-ды в Telegram-канале, COVID-19, 3D и 5G")]
    [InlineData("Су-35 сбил MH17, Ту-154 и МиГ-29, т-34, H1N1")]
    [InlineData("граждане С.Ш.А. и т.д., и т.п., А. С. Пушкин")]
    [InlineData("цена 5$, 40€ или 2 000 ₸, 30лет, 4года, 100млн$, 2022г")]
    [InlineData("Қазақстан Республикасы, Kaspi.kz және Halyk Bank, Wi‑Fi")]
    [InlineData("ООО «Ромашка», www.example.com/aaabbb, user@mail.kz, @handle_1")]
    [InlineData("Погода 🔥 сегодня\nи завтра 😀 Приходите")]
    [InlineData("CO₂ и H₂O, м², глава XXXIII, ААА")]
    [InlineData("я и ты, а у нас B2B и e-commerce, type C")]
    [InlineData("O‘zbekiston Respublikasi, п’ять")]
    public void Ordinary_text_stays_as_it_is_and_is_not_flagged(string text)
    {
        Assert.Equal(text, Restored(text));
        var folded = new FoldedText();
        folded.Fold(text);
        Assert.InRange(DisguiseEvidence.Of(folded).Score, 0, 0.49);
    }

    [Theory]
    [InlineData("наш контр@кт", 1)]
    [InlineData("нaш контрaкт", 2)]
    public void Borrowed_letters_are_counted_in_words(string text, int words)
    {
        var folded = new FoldedText();
        folded.Fold(text);
        var evidence = DisguiseEvidence.Of(folded);
        Assert.Equal(words, evidence.Borrowed);
        Assert.InRange(evidence.Score, 0.5, 1);
    }

    private static string Restored(string text)
    {
        var folded = new FoldedText();
        folded.Fold(text);
        return Restoration.Of(folded);
    }
}
