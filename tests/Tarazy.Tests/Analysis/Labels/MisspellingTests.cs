using CsCheck;
using Tarazy.Analysis.Labels;
using Tarazy.Analysis.Labels.Learning;
using Tarazy.Analysis.Language;
using Tarazy.Analysis.Text;

namespace Tarazy.Tests.Analysis.Labels;

public class MisspellingTests
{
    private static readonly LabelTrainerOptions Options = new()
    {
        Features = FeatureSet.Quality with { CharBits = 14, WordBits = 14, StemLength = 5, Jumbles = true, KazakhTwins = true },
        Misspellings = true,
    };

    [Fact]
    public void Words_keep_their_letters_and_where_they_begin_and_end() => Gen.Select(Gen.String, Gen.ULong).Sample((text, seed) =>
    {
        var changed = Misspelling.Misspell(text, new SeededRandom(seed));
        Assert.Equal(text.Length, changed.Length);
        Assert.Equal(text.Order(), changed.Order());
        for (var i = 0; i < text.Length; i++)
        {
            var border = !char.IsLetter(text[i]) || i == 0 || !char.IsLetter(text[i - 1]) || i == text.Length - 1 || !char.IsLetter(text[i + 1]);
            Assert.True(!border || text[i] == changed[i]);
        }
    });

    [Fact]
    public void Some_words_of_a_long_text_are_changed_and_the_same_from_the_same_seed()
    {
        var text = string.Join(' ', Enumerable.Repeat("доставка", 100));
        var changed = Misspelling.Misspell(text, new SeededRandom(3));
        Assert.InRange(changed.Split(' ').Count(word => word != "доставка"), 20, 60);
        Assert.Equal(changed, Misspelling.Misspell(text, new SeededRandom(3)));
    }

    [Fact]
    public void Copies_are_learnt_from_and_not_counted()
    {
        var rows = InventedPosts.Rows(120);
        var training = LabelTrainer.Train(rows, Options);
        Assert.Equal(rows.Length, training.Report.Rows);
        Assert.All(training.Report.Scores, scores => Assert.Equal(rows.Length, scores.Length));
        Assert.Equal(rows.Count(row => row.Labels.Contains("sells")), training.Report.Labels.Single(label => label.Name == "sells").Positives);
    }

    [Fact]
    public void Changed_words_weigh_on_after_saving_too()
    {
        var model = LabelTrainer.Train(InventedPosts.Rows(120), Options).Model;
        using var file = new MemoryStream();
        model.Save(file);
        file.Position = 0;
        var loaded = LabelModel.Load(file);
        Assert.Equal(model.Features, loaded.Features);
        var text = new FoldedText();
        var scores = new float[2];
        text.Fold("прдоам заклакди, дсотавка, пииште");
        loaded.Score(text, new LabelScratch(), scores);
        Assert.Equal("sells", loaded.Labels[Array.IndexOf(scores, scores.Max())].Name);
    }
}
