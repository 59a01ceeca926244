using Tarazy.Analysis.Language;
using Tarazy.Analysis.Text;
using Tarazy.TestKit;

namespace Tarazy.Tests.Analysis.Language;

public class SentenceGuessTests
{
    private static readonly Lazy<LanguageModel> Shipped = new(() =>
    {
        using var file = File.OpenRead(Repository.Path("models", "language", "language.model"));
        return LanguageModel.Load(file);
    });

    [Fact]
    public void Each_sentence_of_a_mixed_post_has_its_own_language()
    {
        var found = Guess("Бүгін таңертең Алматыда жаңа метро станциясы ашылды. Сегодня утром в Алматы открыли новую станцию метро!\nЖолаушылар көп болды, бәрі қуанып кетті.");
        Assert.Equal(["kk", "ru", "kk"], found.Select(one => one.Code));
        Assert.Equal("Сегодня утром в Алматы открыли новую станцию метро!", found[1].Original);
    }

    [Fact]
    public void Two_words_do_not_turn_the_language_of_their_neighbours()
    {
        // By themselves the two words are as good Bulgarian, Serbian or Macedonian as they are Russian.
        var found = Guess("Сегодня утром в Алматы открыли новую станцию метро. Нова власт! Пассажиров было очень много, и все были довольны.");
        Assert.Equal(["ru", "ru", "ru"], found.Select(one => one.Code));
    }

    [Theory]
    [InlineData("А. С. Пушкин родился в Москве 26.05.1799 года.", 1)]
    [InlineData("Первое предложение... Второе предложение?! Третье", 3)]
    [InlineData("Первая строка\n\nВторая строка", 2)]
    [InlineData("🔥🔥 https://t.me/foo\n2026\nПосле всего этого одно предложение", 1)]
    [InlineData("", 0)]
    public void A_sentence_ends_at_its_sign_or_its_line_and_has_words(string text, int sentences) =>
        Assert.Equal(sentences, Guess(text).Count);

    [Fact]
    public void When_there_is_room_for_fewer_the_last_sentence_takes_the_rest()
    {
        var text = Folded("Первое предложение. Второе предложение. Третье предложение.");
        var found = new SentenceGuess[2];
        Assert.Equal(2, Shipped.Value.GuessSentences(text, found));
        Assert.Equal("второе предложение. третье предложение.", text.Chars.Slice(found[1].Start, found[1].Length));
        Assert.Equal(0, Shipped.Value.GuessSentences(text, []));
    }

    [Fact]
    public void Guessing_sentences_allocates_nothing()
    {
        var text = Folded(string.Concat(Enumerable.Repeat("Бүгін жаңа станция ашылды. Сегодня открыли новую станцию! ", 60)));
        var found = new SentenceGuess[200];
        var count = Shipped.Value.GuessSentences(text, found);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 50; i++)
        {
            count = Shipped.Value.GuessSentences(text, found);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(64, count);
    }

    private static List<(string Code, string Original)> Guess(string original)
    {
        var text = Folded(original);
        var found = new SentenceGuess[64];
        var count = Shipped.Value.GuessSentences(text, found);
        return [.. found[..count].Select(one =>
        {
            var (start, length) = text.ToOriginal(one.Start, one.Length);
            return (one.Guess.Code, original.Substring(start, length));
        })];
    }

    private static FoldedText Folded(string text)
    {
        var folded = new FoldedText();
        folded.Fold(text);
        return folded;
    }
}
