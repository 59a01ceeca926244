using Tarazy.Analysis.Labels;
using Tarazy.Analysis.Text;

namespace Tarazy.Tests.Analysis.Labels;

public class LabelModelTests
{
    private static readonly LabelTrainerOptions Small = new() { Features = FeatureSet.Quality with { CharBits = 14, WordBits = 14, StemLength = 5, Style = 0.1f } };
    private static readonly LabelTraining Trained = LabelTrainer.Train(InventedPosts.Rows(120), Small);

    private static readonly LabelTraining TrainedFast = LabelTrainer.Train(
        InventedPosts.Rows(120), new LabelTrainerOptions { Features = FeatureSet.Fast with { WordBits = 14 }, Exclusive = true });

    [Theory]
    [InlineData("продам срочно, оплата на карту, пишите", 1)]
    [InlineData("в парке открылась выставка, рядом школа", 0)]
    public void A_post_is_given_the_label_of_posts_like_it(string post, int label)
    {
        Assert.Equal(label, Array.IndexOf(Scores(Trained.Model, post), Scores(Trained.Model, post).Max()));
        Assert.Equal(label, TrainedFast.Model.Best(Scores(TrainedFast.Model, post)));
    }

    [Fact]
    public void A_saved_model_scores_as_before_and_keeps_what_is_known_of_its_labels()
    {
        foreach (var model in (LabelModel[])[Trained.Model, TrainedFast.Model])
        {
            var loaded = Load(Bytes(model));
            Assert.Equal(model.Labels, loaded.Labels);
            Assert.Equal(model.Version, loaded.Version);
            Assert.Equal(model.Features, loaded.Features);
            Assert.Equal(Scores(model, "оплата и доставка завтра!"), Scores(loaded, "оплата и доставка завтра!"));
        }
    }

    [Fact]
    public void One_seed_and_one_set_of_rows_give_one_file() =>
        Assert.Equal(Bytes(Trained.Model), Bytes(LabelTrainer.Train(InventedPosts.Rows(120), Small).Model));

    [Fact]
    public void A_file_that_was_changed_or_cut_short_is_refused()
    {
        var bytes = Bytes(TrainedFast.Model);
        Assert.Throws<InvalidDataException>(() => Load(bytes[..^9]));
        Assert.Throws<InvalidDataException>(() => Load(bytes[..20]));
        Assert.Throws<InvalidDataException>(() => Load([]));
        for (var at = 0; at < bytes.Length; at += 997)
        {
            var changed = (byte[])bytes.Clone();
            changed[at] ^= 0x40;
            Assert.Throws<InvalidDataException>(() => Load(changed));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("продам срочно, оплата на карту, карту, пишите!!! 🔥🔥 @handle https://a.example/")]
    [InlineData("The park opened, ok")]
    public void A_score_is_the_sum_of_the_weighed_features_one_by_one(string post)
    {
        var (model, text, scratch) = (Trained.Model, new FoldedText(), new LabelScratch());
        var (weights, set) = (model.Weights, model.Features);
        text.Fold(post);
        model.Weighing.Weigh(text, scratch);
        var scores = new double[model.Labels.Count];
        for (var label = 0; label < scores.Length; label++)
        {
            for (var i = 0; i < scratch.Rows.Length; i++)
            {
                var row = scratch.Rows[i];
                scores[label] += scratch.Values[i] * (row < set.Rows
                    ? weights.Bytes[(row * weights.Lanes) + label] * weights.Scales[label]
                    : weights.Style[(label * set.StyleRows) + row - set.Rows]);
            }

            Assert.Equal(scores[label] + weights.Biases[label], Scores(model, post)[label], 1e-4);
        }
    }

    [Fact]
    public void A_warm_model_scores_without_allocating()
    {
        var text = new FoldedText();
        var scratch = new LabelScratch();
        var scores = new float[2];
        long Round()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                text.Fold("Продам: доставка завтра, оплата 5 000 тг, пишите @sarbaz_shop https://example.kz/a 🔥🔥");
                Trained.Model.Score(text, scratch, scores);
                TrainedFast.Model.Score(text, scratch, scores);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Round();
        Assert.Equal(0, Round());
    }

    [Fact]
    public void The_words_that_weigh_most_are_shown_as_the_author_wrote_them()
    {
        const string Post = "Сегодня в городе прoдaм много, снова опл\u200Bата";
        var text = new FoldedText();
        foreach (var model in (LabelModel[])[Trained.Model, TrainedFast.Model])
        {
            text.Fold(Post);
            string[] words = [.. model.Explain(text, new LabelScratch(), label: 1, most: 2).Select(word => Post.Substring(word.Start, word.Length))];
            Assert.Equal(["опл\u200Bата", "прoдaм"], words.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void A_precise_threshold_lets_few_wrong_ones_through()
    {
        var (label, scores) = (Trained.Model.Labels[1], Trained.Report.Scores[1]);
        var said = InventedPosts.Rows(120).Where((_, i) => scores[i] >= label.Thresholds.Precise).ToArray();
        Assert.NotEmpty(said);
        Assert.True(said.Count(row => row.Labels[0] == "sells") >= 0.8 * said.Length);
        Assert.True(Trained.Report.Labels[1].RecallPrecise > 0.9);
    }

    [Fact]
    public void A_label_with_one_example_is_refused_with_its_name()
    {
        LabelRow[] rows = [.. InventedPosts.Rows(20), new LabelRow("одна", ["lonely"])];
        var refused = Assert.Throws<InvalidDataException>(() => LabelTrainer.Train(rows, new LabelTrainerOptions()));
        Assert.Contains("\"lonely\" has 1 of 21 rows", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weak_techniques_are_off_unless_a_desk_asks_and_are_worded_as_hints()
    {
        LabelRow[] rows = [.. InventedPosts.Rows(40).Select(row => row with { Labels = row.Labels[0] == "sells" ? ["whataboutism"] : ["loaded_language"] })];
        var labels = LabelTrainer.Train(rows, Small).Model.Labels;
        Assert.All(labels, label => Assert.StartsWith("Rhetorical technique, hint", label.Says, StringComparison.Ordinal));
        Assert.Equal([false, true], labels.Select(label => label.OffByDefault));
    }

    private static float[] Scores(LabelModel model, string post)
    {
        var text = new FoldedText();
        text.Fold(post);
        var scores = new float[model.Labels.Count];
        model.Score(text, new LabelScratch(), scores);
        return scores;
    }

    private static byte[] Bytes(LabelModel model)
    {
        using var stream = new MemoryStream();
        model.Save(stream);
        return stream.ToArray();
    }

    private static LabelModel Load(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return LabelModel.Load(stream);
    }
}
