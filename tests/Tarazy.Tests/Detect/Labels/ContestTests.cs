using CsCheck;
using Tarazy.Detect.Labels;
using Tarazy.Detect.Labels.Standing;
using Tarazy.Detect.Labels.Training;
using Tarazy.Records.Posts;

namespace Tarazy.Tests.Detect.Labels;

/// <summary>No model comes into use by itself unless it is better on posts that no model has learnt from.</summary>
public class ContestTests
{
    private static readonly LabelHistory TwoMade = LabelHistory.Empty with
    {
        Trained = [new ModelTrained("extortion", 1, "aa", Contest(0.9, 0.3)), new ModelTrained("extortion", 2, "bb", Contest(0.4, 0.9))],
        Used = [1],
        Current = 1,
    };

    [Fact]
    public void A_better_model_wins_and_a_worse_one_does_not()
    {
        var good = Rows((yes, i) => yes ? 10 + i : i % 7, (yes, i) => i % 5);
        Assert.True(ContestRules.Compare(good).Wins);
        var worse = ContestRules.Compare([.. good.Select(row => row with { Candidate = row.Incumbent, Incumbent = row.Candidate })]);
        Assert.False(worse.Wins);
        Assert.True(worse.Margin < 0 && worse.High <= 0);
    }

    [Fact]
    public void A_model_that_is_only_as_good_does_not_win() => Assert.False(ContestRules.Compare(Rows((yes, i) => yes ? 9 : i % 3, (yes, i) => yes ? 9 : i % 3)).Wins);

    [Fact]
    public void A_model_that_says_the_same_of_every_post_ranks_like_chance()
    {
        var contest = ContestRules.Compare(Rows((_, _) => 1, (_, _) => 0));
        Assert.Equal(0.25, contest.Candidate, 6);
        Assert.False(contest.Wins);
    }

    [Fact]
    public void On_too_few_frozen_posts_nothing_wins() =>
        Assert.False(ContestRules.Compare([.. Rows((yes, _) => yes ? 1 : 0, (_, _) => 0).Take(Tarazy.Detect.Labels.Training.Contest.FewestRows - 1)]).Wins);

    [Fact]
    public void One_set_of_rows_gives_one_answer()
    {
        var rows = Rows((yes, i) => (yes ? 2 : 0) + (i % 4), (_, i) => i % 6);
        Assert.Equal(ContestRules.Compare(rows), ContestRules.Compare([.. rows.Reverse()]) with { });
    }

    [Fact]
    public void No_post_of_a_frozen_story_is_ever_learnt_from() => Gen.String[Gen.Char.AlphaNumeric, 1, 30].List[1, 60].Sample(stories =>
    {
        LabelledPost[] posts = [.. stories.Select((story, i) => Post(i, story, i % 2 == 0 ? LabelAnswer.Yes : LabelAnswer.No))];
        var taught = LearnLabel.Taught(posts).Select(post => post.Story).ToHashSet();
        Assert.DoesNotContain(taught, FrozenSet.Holds);
        Assert.All(posts.Where(post => !taught.Contains(post.Story)), post => Assert.True(FrozenSet.Holds(post.Story)));
    });

    [Fact]
    public void About_a_fifth_of_stories_is_frozen_for_ever()
    {
        var frozen = Enumerable.Range(0, 10_000).Count(i => FrozenSet.Holds($"telegram:1/{i}#abc"));
        Assert.InRange(frozen, 1_850, 2_150);
        Assert.Equal(frozen, Enumerable.Range(0, 10_000).Count(i => FrozenSet.Holds($"telegram:1/{i}#abc")));
    }

    [Fact]
    public void A_version_that_did_not_win_cannot_be_put_in_use_by_anybody() =>
        Assert.IsType<VersionDidNotWin>(Assert.Single(ChangeModelHandler.Handle(new ChangeModel("extortion", 1, 2, "R-01", "It is newer."), TwoMade).Refusals));

    [Theory]
    [InlineData(1, 0, "", typeof(ReasonNeeded))]
    [InlineData(2, 0, "It flags news.", typeof(ModelsMovedOn))]
    [InlineData(1, 7, "It flags news.", typeof(NoSuchVersion))]
    [InlineData(1, 1, "It flags news.", typeof(NoSuchVersion))]
    public void A_change_without_reason_or_on_another_state_is_refused(int from, int to, string reason, Type refusal) =>
        Assert.IsType(refusal, Assert.Single(ChangeModelHandler.Handle(new ChangeModel("extortion", from, to, "R-01", reason), TwoMade).Refusals));

    [Fact]
    public void A_version_can_be_taken_back_to_none_with_a_reason() => Assert.Equal(
        new ModelRolledBack("extortion", 1, 0, "It flags news."),
        Assert.Single(ChangeModelHandler.Handle(new ChangeModel("extortion", 1, 0, "R-01", " It flags news. "), TwoMade).Value!));

    private static Contest Contest(double candidate, double incumbent) => new(40, 10, candidate, incumbent, 0.1, 0.6, candidate > incumbent ? 1 : 0);

    private static ContestRow[] Rows(Func<bool, int, float> candidate, Func<bool, int, float> incumbent) =>
        [.. Enumerable.Range(0, 80).Select(i => new ContestRow($"story-{i / 2}", i % 4 == 0, candidate(i % 4 == 0, i), incumbent(i % 4 == 0, i)))];

    private static LabelledPost Post(int i, string story, LabelAnswer answer) => new(
        PostId.From($"telegram:1/{i}#a"), story, Sampling.Rule, 1, answer, TestPosts.Start.AddHours(i), "ru", $"case:{i}", "R-01");
}
