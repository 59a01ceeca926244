using Tarazy.Analysis.Rules;
using Tarazy.Detect.Archive;
using Tarazy.Records.Posts;
using Tarazy.Server.Commands.Rules;
using Tarazy.TestKit;
using Tarazy.Tests.Detect;

namespace Tarazy.Tests.Server.Rules;

/// <summary>What <c>tarazy rules</c> reads before it looks.</summary>
public sealed class ReplayInputTests : IDisposable
{
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("replay").FullName, "posts.jsonl");

    [Fact]
    public async Task Lines_of_json_are_posts_and_every_other_line_is_counted()
    {
        await File.WriteAllTextAsync(
            _file,
            """
            {"text": "Вербовка, 200 000 тг", "channel_id": "7", "date": "2026-11-02T06:00:00Z", "views": 12}
            not json
            {"words": "none"}
            {"text": "Фронт"}
            """,
            TestContext.Current.CancellationToken);
        var warned = new List<string>();
        var posts = new List<Post>();
        await foreach (var post in FilePosts.ReadAsync(_file, (says, fault) => warned.Add(fault ? says : ""), TestContext.Current.CancellationToken))
        {
            posts.Add(post);
        }

        Assert.Equal(["telegram:7", "file:lines"], posts.Select(post => post.Channel.Value));
        Assert.Equal((12L, 2026), (posts[0].Views, posts[0].PostedAt.Year));
        Assert.Contains("2 of 4 lines", Assert.Single(warned), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_rules_passes_no_test()
    {
        var folder = Path.GetDirectoryName(_file)!;
        Assert.Equal(1, RulesCommand.Create().Parse(["test", folder]).Invoke());
    }

    [Fact]
    public void A_replay_of_a_file_that_is_not_there_is_no_success() =>
        Assert.Equal(1, RulesCommand.Create().Parse(["replay", "вербов*", "--from", _file + ".none"]).Invoke());

    [Fact]
    public void The_name_of_a_rule_is_that_rule_and_everything_else_is_an_expression()
    {
        var lexicons = Repository.Path("lexicons");
        var refused = new List<string>();
        Assert.Equal("pay-or-else", AskedRule.Find("pay-or-else", lexicons, refused.Add)?.Rule?.Name);
        var search = AskedRule.Find("$threat NEAR/12 $demand", lexicons, refused.Add);
        Assert.Null(search!.Rule);
        Assert.Equal("$threat NEAR/12 $demand", search.Says);
        Assert.Empty(refused);
        Assert.Null(AskedRule.Find("pay-or-else (", lexicons, refused.Add));
        Assert.Contains("expression(1,14)", Assert.Single(refused), StringComparison.Ordinal);
    }

    [Fact]
    public void A_replay_is_counted_by_day_channel_and_language_and_shows_no_more_than_was_asked()
    {
        var lexicons = AskedRule.Find("вербов*", Repository.Path("lexicons"), _ => { })!;
        var look = new ReplayLook(lexicons.Book, TestEngine.Data.Languages);
        var tally = new ReplayTally(limit: 2);
        foreach (var post in Enumerable.Range(0, 5).Select(i => TestPosts.Post("Вербовка", i + 1, i < 2 ? "telegram:1" : "telegram:2", hours: i * 12)))
        {
            foreach (var hit in look.At(post, "ru"))
            {
                tally.Add(hit);
            }
        }

        Assert.Equal((5L, 2), (tally.Count, tally.First.Count));
        Assert.Equal([new("2026-11-02", 2L), new("2026-11-03", 2L), new("2026-11-04", 1L)], tally.Days);
        Assert.Equal([new("telegram:2", 3L), new("telegram:1", 2L)], tally.Channels);
    }

    [Fact]
    public void Every_shipped_rule_keeps_to_its_examples() =>
        Assert.All(RuleBook.Load(Repository.Path("lexicons")).Book.Rules, rule => Assert.All(RuleBook.Check(rule), result => Assert.True(result.Passed)));

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);
}
