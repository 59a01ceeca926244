using Tarazy.Analysis.Text;
using Tarazy.Analysis.Text.Spelling;

namespace Tarazy.Tests.Analysis.Text.Spelling;

public class LatinViewTests
{
    [Theory]
    [InlineData("ru", "privet kak dela", "привет как дела")]
    [InlineData("ru", "rabota dlya vsekh, rabota dlja vseh", "работа для всех, работа для всех")]
    [InlineData("ru", "bol'shaya zarplata i kontrakt", "большая зарплата и контракт")]
    [InlineData("kk", "zhumys bar, Qazaqstan", "жұмыс бар, қазақстан")]
    [InlineData("uk", "robota dlya vsikh", "робота для всіх")]
    public void A_Latin_text_is_read_back(string language, string latin, string cyrillic) => Assert.Equal(cyrillic, View(latin, language).Chars.ToString());

    [Theory]
    [InlineData("qalaisyn")]
    [InlineData("qalaysyn")]
    [InlineData("kalaisyn")]
    public void Several_spellings_of_one_Kazakh_word_are_one_word(string latin) => Assert.Equal(TokenHash.Of("қалайсын"), View(latin, "kk").Hashes[0]);

    [Theory]
    [InlineData("shch")]
    [InlineData("sch")]
    public void Several_spellings_of_one_letter_are_one_letter(string spelt) => Assert.Equal("площадь", View($"plo{spelt}ad'", "ru").Chars.ToString());

    [Fact]
    public void Words_and_places_lead_to_the_original()
    {
        var view = View("Pishite: zhmite https://t.me/rabota @rabota_kz", "ru");
        Assert.Equal(["Pishite", "zhmite", "https://t.me/rabota", "@rabota_kz"], Enumerable.Range(0, 4).Select(i => view.OriginalOf(i).ToString()));
        Assert.Equal([TokenKind.Word, TokenKind.Word, TokenKind.Link, TokenKind.Handle], view.Kinds.ToArray());
        Assert.True(view.Disguised(1));
        Assert.Equal(TokenHash.Of("жмите"), view.Hashes[1]);
    }

    [Fact]
    public void A_warm_view_is_made_without_allocating()
    {
        var (text, view) = (new FoldedText(), new FoldedText());
        long Round()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                text.Fold("Rabota dlya vsekh, pishite @rabota i zvonite");
                view.FoldTransliterated(text, "ru");
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Round();
        Assert.Equal(0, Round());
    }

    [Fact]
    public void A_model_is_read_back_as_it_was_written_and_a_cut_one_is_refused()
    {
        using var stream = new MemoryStream();
        SpellingModel.Shipped.Save(stream);
        var bytes = stream.ToArray();
        using var again = new MemoryStream();
        SpellingModel.Load(new MemoryStream(bytes)).Save(again);
        Assert.Equal(bytes, again.ToArray());
        Assert.Throws<InvalidDataException>(() => SpellingModel.Load(new MemoryStream(bytes[..^10])));
        Assert.Throws<InvalidDataException>(() => SpellingModel.Load(new MemoryStream([1, 2, 3, 4, 5, 6])));
    }

    private static FoldedText View(string latin, string language)
    {
        var (text, view) = (new FoldedText(), new FoldedText());
        text.Fold(latin);
        view.FoldTransliterated(text, language);
        return view;
    }
}
