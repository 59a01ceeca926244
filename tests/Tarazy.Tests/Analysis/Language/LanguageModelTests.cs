using CsCheck;
using Tarazy.Analysis.Language;
using Tarazy.Analysis.Text;
using Tarazy.TestKit;

namespace Tarazy.Tests.Analysis.Language;

public class LanguageModelTests
{
    private static readonly LanguageRow[] Rows =
    [
        new("ru", "Сегодня в городе открыли новый мост, и по нему сразу пошли автобусы, а вечером там был праздник для всех"),
        new("ru", "Он сказал, что это было бы очень хорошо, но никто его не услышал и все разошлись по домам"),
        new("en", "The new bridge was opened in the city today and the buses went over it at once, with a feast for everyone"),
        new("en", "He said that it would be very good, but nobody heard him and they all went back to their homes"),
        new("kk", "Бүгін қалада жаңа көпір ашылды, автобустар бірден жүре бастады, кешке барлығына мереке болды"),
        new("kk", "Ол бұл өте жақсы болар еді деді, бірақ оны ешкім естімеді де, бәрі үйлеріне қайтты"),
    ];

    private static readonly LanguageTrainerOptions Small = new() { Bits = 12, VoteBits = 12, Rounds = 20, FewestTexts = 1 };
    private static readonly Lazy<LanguageModel> Shipped = new(() =>
    {
        using var file = File.OpenRead(Repository.Path("models", "language", "language.model"));
        return LanguageModel.Load(file);
    });

    [Fact]
    public void The_same_rows_make_the_same_model_and_it_survives_the_disk()
    {
        using MemoryStream one = new(), other = new();
        LanguageTrainer.Train(Rows, Small).Save(one);
        LanguageTrainer.Train(Rows, Small).Save(other);
        Assert.Equal(one.ToArray(), other.ToArray());
        one.Position = 0;
        Assert.Equal("kk", LanguageModel.Load(one).Guess(Folded("жаңа көпір ашылды")).Code);
    }

    [Fact]
    public void A_model_cut_short_is_refused()
    {
        using var whole = new MemoryStream();
        LanguageTrainer.Train(Rows, Small).Save(whole);
        using var cut = new MemoryStream(whole.ToArray()[..^500]);
        Assert.Throws<InvalidDataException>(() => LanguageModel.Load(cut));
    }

    [Theory]
    [InlineData("Сегодня утром в Алматы открыли новую станцию метро", "ru")]
    [InlineData("Бүгін таңертең Алматыда жаңа метро станциясы ашылды", "kk")]
    [InlineData("Бугин танертен Алматыда жана метро станциясы ашылды", "kk")] // typed without Kazakh letters
    [InlineData("Almaty qalasynda zhana mektep ashyldy, oqushylar men mugalimder quandy", "kk")]
    [InlineData("Бүгүн эртең менен Бишкекте жаңы мектеп ачылды", "ky")]
    [InlineData("Bugun ertalab Toshkentda yangi maktab ochildi", "uz")]
    [InlineData("Бугун эрталаб Тошкентда янги мактаб очилди", "uz")]
    [InlineData("Сьогодні вранці у Києві відкрили нову школу", "uk")]
    [InlineData("Имрӯз дар Душанбе мактаби нав кушода шуд", "tg")]
    [InlineData("A new school was opened in the town this morning https://t.me/foo", "en")]
    [InlineData("", LanguageGuess.Unknown)]
    [InlineData("🔥🔥 2026 https://t.me/foo @channel", LanguageGuess.Unknown)]
    public void The_model_that_ships_knows_the_languages_of_the_desk(string text, string code) =>
        Assert.Equal(code, Shipped.Value.Guess(Folded(text)).Code);

    [Fact]
    public void The_model_that_ships_knows_twenty_four_languages_and_is_small()
    {
        Assert.Superset("kk ru uk be ky uz tg tt ba mn az tk tr en de fr es bg mk sr fa ar hy ka".Split(' ').ToHashSet(), Shipped.Value.Codes.ToHashSet());
        Assert.True(new FileInfo(Repository.Path("models", "language", "language.model")).Length <= 5_000_000);
    }

    [Fact]
    public void The_vector_road_and_the_plain_one_sum_alike() =>
        Gen.Select(Gen.SByte.Array[64 * RunTable.Lanes], Gen.Int[0, 63].Array[0, 700]).Sample((weights, rows) =>
        {
            int[] fast = new int[RunTable.Lanes], plain = new int[RunTable.Lanes];
            RowSums.Add(weights, rows, fast);
            RowSums.AddPlain(weights, rows, plain);
            Assert.Equal(plain, fast);
        });

    [Fact]
    public void Guessing_allocates_nothing()
    {
        var model = LanguageTrainer.Train(Rows, Small);
        var text = Folded(string.Join(' ', Rows.Select(row => row.Text)));
        model.Guess(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            model.Guess(text);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static FoldedText Folded(string text)
    {
        var folded = new FoldedText();
        folded.Fold(text);
        return folded;
    }
}
