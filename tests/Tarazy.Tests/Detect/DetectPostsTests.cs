using Tarazy.Detect.Readings;
using Tarazy.Records.Findings;
using Tarazy.Records.Posts;
using Tarazy.TestKit.Databases;

namespace Tarazy.Tests.Detect;

public class DetectPostsOnSqliteTests : DetectPostsTests
{
    protected override Task<TestDatabase> DatabaseAsync() => Task.FromResult<TestDatabase>(new SqliteFile());
}

public class DetectPostsOnPostgreSqlTests : DetectPostsTests
{
    protected override async Task<TestDatabase> DatabaseAsync()
    {
        Assert.SkipWhen(PostgreSqlServer.WhyAbsent is not null, PostgreSqlServer.WhyAbsent ?? "");
        return await PostgreSqlServer.NewDatabaseAsync();
    }
}

public abstract class DetectPostsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_post_that_matches_a_rule_becomes_a_finding_with_the_words_that_caused_it()
    {
        await using var database = await DatabaseAsync();
        var post = TestPosts.Post(TestPosts.Recruitment);
        await using var desk = await DetectFixture.StartAsync(database, TestEngine.Data, new PostList(post));
        await desk.RunAsync();

        var found = Assert.Single(await desk.Findings.ReadAfterAsync(0, 10, Cancel), f => f.Item.Rule == "mercenary-recruitment");
        Assert.Equal(post.Id, found.Item.Post);
        Assert.Equal(StoryId.From(post.Id.Value), found.Item.Story);
        Assert.Contains(found.Item.Evidence, e => post.Text.Substring(e.Start, e.Length) == "@sarbaz_work");
        Assert.Contains(await desk.Detections.FindingsOfAsync(post.Id, Cancel), f => f.Id == found.Item.Id);
        Assert.Contains(await desk.Detections.FindingsAsync([found.Item.Id], Cancel), f => f.Id == found.Item.Id);
    }

    [Fact]
    public async Task Running_again_finds_nothing_new()
    {
        await using var database = await DatabaseAsync();
        var posts = new PostList(Many());
        await using var desk = await DetectFixture.StartAsync(database, TestEngine.Data, posts);
        await desk.RunAsync();
        var once = await desk.WrittenAsync();
        Assert.False(await desk.Step.StepAsync(Cancel));
        Assert.Equal(once, await desk.WrittenAsync());
    }

    [Fact]
    public async Task A_restart_after_every_batch_gives_what_one_run_gives()
    {
        await using var straight = await DatabaseAsync();
        await using var interrupted = await DatabaseAsync();
        var posts = new PostList(Many());
        await using (var desk = await DetectFixture.StartAsync(straight, TestEngine.Data, posts, batch: 1_000))
        {
            await desk.RunAsync();
        }

        for (var more = true; more;)
        {
            await using var desk = await DetectFixture.StartAsync(interrupted, TestEngine.Data, posts, batch: 3);
            more = await desk.Step.StepAsync(Cancel);
        }

        Assert.Equal(await ReadAsync(straight, posts), await ReadAsync(interrupted, posts));
    }

    [Fact]
    public async Task A_crash_before_the_commit_loses_nothing_and_repeats_nothing()
    {
        await using var straight = await DatabaseAsync();
        await using var crashing = await DatabaseAsync();
        var posts = new PostList(Many());
        await using (var desk = await DetectFixture.StartAsync(straight, TestEngine.Data, posts, batch: 3))
        {
            await desk.RunAsync();
        }

        // The same process goes on after the fault: what it had placed in memory and not saved must be forgotten.
        var failing = new FailingCommits();
        await using (var desk = await DetectFixture.StartAsync(crashing, TestEngine.Data, posts, batch: 3, failing))
        {
            for (var more = true; more;)
            {
                failing.Next = true;
                await Assert.ThrowsAsync<FailingCommits.CrashException>(() => desk.Step.StepAsync(Cancel));
                more = await desk.Step.StepAsync(Cancel);
                failing.Next = false;
                more = more && (await posts.ReadAfterAsync(await desk.CursorAsync(), 1, Cancel)).Count > 0;
            }
        }

        Assert.Equal(await ReadAsync(straight, posts), await ReadAsync(crashing, posts));
    }

    [Fact]
    public async Task Two_workers_at_once_save_each_batch_once()
    {
        await using var database = await DatabaseAsync();
        var posts = new PostList(Many());
        await using var one = await DetectFixture.StartAsync(database, TestEngine.Data, posts, batch: 2);
        await using var other = await DetectFixture.StartAsync(database, TestEngine.Data, posts, batch: 2);
        await Task.WhenAll(Task.Run(one.RunAsync, Cancel), Task.Run(other.RunAsync, Cancel));

        await using var alone = await DatabaseAsync();
        await using var desk = await DetectFixture.StartAsync(alone, TestEngine.Data, posts, batch: 2);
        await desk.RunAsync();
        Assert.Equal(await desk.WrittenAsync(), await one.WrittenAsync());
    }

    [Fact]
    public async Task Copies_make_one_story_told_in_time_order_with_their_likeness_to_the_first()
    {
        await using var database = await DatabaseAsync();
        var first = TestPosts.Post(TestPosts.Rumour, channel: "telegram:1", hours: 5);
        var copy = TestPosts.Post(TestPosts.Rumour + "!", channel: "telegram:2", hours: 3);
        var changed = TestPosts.Post(TestPosts.Rumour.Replace("бүгін", "ертең", StringComparison.Ordinal), channel: "telegram:2", message: 2, hours: 9);
        var other = TestPosts.Post("Бүгін қалада жаңа мектеп ашылды, оған барлық көршілер келді", channel: "telegram:3");
        await using var desk = await DetectFixture.StartAsync(database, TestEngine.Data, new PostList(first, copy, other, changed));
        await desk.RunAsync();

        var story = await desk.Detections.StoryAsync(StoryId.From(first.Id.Value), Cancel);
        Assert.Equal(new Story(story!.Id, first.Id, TestPosts.Start.AddHours(3), TestPosts.Start.AddHours(9), 3, 2), story);
        var members = await desk.Detections.MembersAsync(story.Id, 10, Cancel);
        Assert.Equal([copy.Id, first.Id, changed.Id], members.Select(m => m.Post));
        Assert.Equal(1, members[1].Likeness);
        Assert.InRange(members[2].Likeness, 0.5, 0.999);
        Assert.Equal(story, Assert.Single(await desk.Detections.WidestStoriesAsync(10, Cancel)));
        Assert.Equal(1, (await desk.Detections.StoryAsync(StoryId.From(other.Id.Value), Cancel))!.Posts);
    }

    [Fact]
    public async Task An_edit_stays_in_the_story_of_what_it_replaces_even_when_it_says_something_else()
    {
        await using var database = await DatabaseAsync();
        var old = TestPosts.Post(TestPosts.Rumour);
        var edit = TestPosts.Post("Қате жазыппыз, кешірім сұраймыз: барлық банк әдеттегідей жұмыс істейді", replaces: old.Id);
        var filler = TestPosts.Post("Бүгін қалада жаңа мектеп ашылды, оған барлық көршілер келді", message: 7);
        await using var desk = await DetectFixture.StartAsync(database, TestEngine.Data, new PostList(old, filler, edit));
        await desk.RunAsync();
        Assert.Equal(StoryId.From(old.Id.Value), (await desk.Detections.ReadingAsync(edit.Id, Cancel))!.Story);
    }

    [Fact]
    public async Task Counts_tell_posts_languages_stories_and_rules()
    {
        await using var database = await DatabaseAsync();
        await using var desk = await DetectFixture.StartAsync(database, TestEngine.Data, new PostList(Many()));
        await desk.RunAsync();
        var counts = await desk.Detections.CountsAsync(Cancel);
        Assert.Equal(Many().Count, counts.Posts);
        Assert.Equal(counts.Posts, counts.Languages.Values.Sum());
        Assert.Equal(1, counts.Stories);
        Assert.Contains(counts.Rules, r => r is { Rule: "mercenary-recruitment", Findings: > 0 });
    }

    [Fact]
    public async Task A_post_that_was_not_looked_at_has_no_reading_and_no_story()
    {
        await using var database = await DatabaseAsync();
        await using var desk = await DetectFixture.StartAsync(database, TestEngine.Data, new PostList());
        Assert.False(await desk.Step.StepAsync(Cancel));
        Assert.Null(await desk.Detections.ReadingAsync(PostId.From("telegram:1/1#00"), Cancel));
        Assert.Null(await desk.Detections.StoryAsync(StoryId.From("telegram:1/1#00"), Cancel));
        Assert.Empty(await desk.Detections.MembersAsync(StoryId.From("telegram:1/1#00"), 10, Cancel));
    }

    protected abstract Task<TestDatabase> DatabaseAsync();

    private static List<Post> Many()
    {
        var posts = new List<Post>
        {
            TestPosts.Post(TestPosts.Rumour, message: 1),
            TestPosts.Post(TestPosts.Recruitment, message: 2),
            TestPosts.Post("", message: 3),
            TestPosts.Post("Привет", message: 4),
        };
        for (var i = 0; i < 8; i++)
        {
            posts.Add(TestPosts.Post($"{TestPosts.Rumour} {i}", message: 10 + i, channel: $"telegram:{i % 3}", hours: i));
        }

        posts.Add(TestPosts.Post("Мы ошиблись и просим прощения: все банки завтра работают как обычно", message: 1, replaces: posts[0].Id));
        return posts;
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(TestDatabase database, PostList posts)
    {
        await using var desk = await DetectFixture.StartAsync(database, TestEngine.Data, posts);
        return await desk.WrittenAsync();
    }
}
