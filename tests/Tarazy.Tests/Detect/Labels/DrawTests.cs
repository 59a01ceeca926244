using Tarazy.Analysis.Labels;
using Tarazy.Detect.Labels;
using Tarazy.Detect.Labels.Drawing;
using Tarazy.Detect.Labels.Standing;
using Tarazy.Detect.Labels.Training;
using Tarazy.Records.Findings;
using Tarazy.Records.Posts;

namespace Tarazy.Tests.Detect.Labels;

/// <summary>The random sample is one, and its answers speak for all the posts it was drawn from.</summary>
public class DrawTests
{
    [Fact]
    public void Every_post_is_as_likely_to_be_drawn_as_any_other()
    {
        var drawn = new int[100];
        for (var day = 0; day < 4_000; day++)
        {
            foreach (var post in SeededDraw.Of(Enumerable.Range(0, 100).Select(i => (long)i), 10, SeededDraw.SeedOf(2026, new DateOnly(2026, 1, 1).AddDays(day))))
            {
                drawn[post]++;
            }
        }

        // 400 each; chi-squared with 99 degrees of freedom is above 148.2 once in a thousand times (the draw lowers it by a tenth).
        Assert.InRange(drawn.Sum(count => (count - 400.0) * (count - 400) / 400), 40, 148.2);
    }

    [Fact]
    public void One_seed_and_day_draw_the_same_posts_in_whatever_order_they_come()
    {
        long[] posts = [.. Enumerable.Range(1, 1_000).Select(i => (long)i)];
        var seed = SeededDraw.SeedOf(7, new DateOnly(2026, 11, 2));
        Assert.Equal(SeededDraw.Of(posts, 10, seed), SeededDraw.Of(posts.Reverse(), 10, seed));
        Assert.NotEqual(SeededDraw.Of(posts, 10, seed), SeededDraw.Of(posts, 10, SeededDraw.SeedOf(7, new DateOnly(2026, 11, 3))));
        Assert.Equal(3, SeededDraw.Of(posts.Take(3), 10, seed).Count);
        Assert.Empty(SeededDraw.Of(posts, 0, seed));
    }

    [Fact]
    public void A_model_sends_seven_of_its_first_for_two_of_which_it_is_unsure_and_one_post_of_a_story()
    {
        RankedPost[] posts = [.. Enumerable.Range(0, 60).Select(i => new RankedPost(i, i / 2, (i - 30) / 10f))];
        var chosen = ChoosePosts.Of(posts, 7, 2, []);
        Assert.Equal([59, 57, 55, 53, 51, 49, 47], chosen.Where(one => one.How == Sampling.Ranked).Select(one => one.Post.Seq));
        Assert.Equal([29, 27], chosen.Where(one => one.How == Sampling.Uncertain).Select(one => one.Post.Seq));
    }

    [Fact]
    public void An_answer_on_a_random_post_counts_for_all_it_was_drawn_from()
    {
        var finding = FindingId.From("f1");
        var draws = new Dictionary<FindingId, DrawnPost> { [finding] = new(PostId.From("p1"), finding, Sampling.Audit, null, 0.02) };
        var posts = LabelledPosts.Of("extortion", [Decision(1, DrawNames.Audit, LabelAnswer.No, finding), Decision(2, "extortion", LabelAnswer.Yes)], draws);
        Assert.Equal([(Sampling.Audit, 50.0, LabelAnswer.No), (Sampling.Rule, 1.0, LabelAnswer.Yes)], posts.Select(post => (post.How, post.Weight, post.Answer)));
    }

    [Theory]
    [InlineData("extortion", "extortion", LabelAnswer.Yes, LabelAnswer.Yes)]
    [InlineData("extortion", "extortion", LabelAnswer.No, LabelAnswer.No)]
    [InlineData("extortion", "extortion", LabelAnswer.Uncertain, LabelAnswer.Uncertain)]
    [InlineData("extortion", "drugs", LabelAnswer.Yes, LabelAnswer.No)] // a person read it as something else
    [InlineData("drugs", "extortion", LabelAnswer.Yes, LabelAnswer.Yes)]
    [InlineData("drugs", "drugs", LabelAnswer.Yes, null)] // nobody was asked about extortion
    [InlineData(DrawNames.Audit, DrawNames.Audit, LabelAnswer.No, LabelAnswer.No)] // nothing was found at all
    [InlineData(DrawNames.Audit, DrawNames.Audit, LabelAnswer.Yes, null)] // something, but nobody said what
    [InlineData(DrawNames.Audit, "extortion", LabelAnswer.Yes, LabelAnswer.Yes)]
    public void A_decision_says_of_a_label_what_the_person_said_and_no_more(string opened, string named, LabelAnswer answer, LabelAnswer? said) =>
        Assert.Equal(said, LabelledPosts.AnswerOf("extortion", Decision(1, named, answer) with { Opened = HarmId.From(opened) }));

    [Fact]
    public void A_calibration_on_weighed_answers_meets_the_share_in_all_posts_and_not_in_those_that_were_read()
    {
        // 20 read from the top, 15 of them right; 20 at random from 2,000, one of them right.
        ReviewedScore[] reviewed =
        [
            .. Enumerable.Range(0, 20).Select(i => new ReviewedScore(1 + (i / 40f), i % 4 != 0)),
            .. Enumerable.Range(0, 20).Select(i => new ReviewedScore(-1 + (i / 40f), i == 19, 100)),
        ];
        var weighed = Calibration.Fit(reviewed)!.Value;
        var plain = Calibration.Fit([.. reviewed.Select(one => one with { Weight = 1 })])!.Value;
        var all = reviewed.Sum(one => one.Weight);
        var truth = reviewed.Where(one => one.Yes).Sum(one => one.Weight) / all;
        Assert.InRange(reviewed.Sum(one => one.Weight * weighed.Probability(one.Score)) / all, truth - 0.03, truth + 0.03);
        Assert.True(CalibrationError.Of(weighed, reviewed) < CalibrationError.Of(plain, reviewed));
        Assert.Null(CalibrationError.Of(null, reviewed));
    }

    private static LabelDecision Decision(int post, string harm, LabelAnswer answer, FindingId? finding = null) => new(
        $"case:{post}", $"C-2026-{post:0000}", PostId.From($"telegram:1/{post}#a"), null, finding, "ru", HarmId.From(harm), HarmId.From(harm), answer,
        "R-01", TestPosts.Start.AddHours(post), null);
}
