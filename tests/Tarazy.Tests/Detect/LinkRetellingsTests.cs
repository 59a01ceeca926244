using Tarazy.Records.Findings;
using Tarazy.Records.Posts;
using Tarazy.TestKit.Databases;

namespace Tarazy.Tests.Detect;

public class LinkRetellingsOnSqliteTests : LinkRetellingsTests
{
    protected override Task<TestDatabase> DatabaseAsync() => Task.FromResult<TestDatabase>(new SqliteFile());
}

public class LinkRetellingsOnPostgreSqlTests : LinkRetellingsTests
{
    protected override async Task<TestDatabase> DatabaseAsync()
    {
        Assert.SkipWhen(PostgreSqlServer.WhyAbsent is not null, PostgreSqlServer.WhyAbsent ?? "");
        return await PostgreSqlServer.NewDatabaseAsync();
    }
}

public abstract class LinkRetellingsTests
{
    private const string Bridge = "В Караганде мэр Ерлан Сапаров открыл новый мост через реку Нуру. Строительство обошлось в 12 миллиардов тенге и заняло 3 года";
    private const string Retold = "Глава Караганды Сапаров разрезал ленту: мост через Нуру открыт. На стройку ушло 12 миллиардов и 3 года работы";
    private const string Footer = "\nПодписаться на канал и прислать новость";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_story_told_in_other_words_is_linked_and_a_copy_is_not()
    {
        await using var database = await DatabaseAsync();
        var first = TestPosts.Post(Bridge);
        var copy = TestPosts.Post(Bridge + "!", channel: "telegram:2", hours: 1);
        var retold = TestPosts.Post(Retold, channel: "telegram:3", hours: 2);
        var late = TestPosts.Post(Retold.Replace("Глава", "Аким", StringComparison.Ordinal) + " всех бригад посёлка, говорят на месте жители и гости", channel: "telegram:4", hours: 90);
        await using var desk = await DetectFixture.StartAsync(database, TestEngine.Data, new PostList(first, copy, retold, late));
        await desk.RunAsync();
        await desk.LinkAsync();

        var told = Assert.Single(await desk.Retellings.OfAsync(StoryId.From(first.Id.Value), 10, Cancel));
        Assert.Equal((retold.Id, retold.Channel, retold.PostedAt), (told.First, told.Channel, told.PostedAt));
        Assert.InRange(told.Score, 0.5, 1);
        Assert.Equal(first.Id, Assert.Single(await desk.Retellings.OfAsync(told.Story, 10, Cancel)).First);
        Assert.Contains("Сапаров", desk.Retellings.Shared(first.Text, retold.Text).Names);
        Assert.Empty(await desk.Retellings.OfAsync(StoryId.From("telegram:9/9#00"), 10, Cancel));
    }

    [Fact]
    public async Task Linking_waits_until_all_posts_are_looked_at()
    {
        await using var database = await DatabaseAsync();
        await using var desk = await DetectFixture.StartAsync(database, TestEngine.Data, new PostList(Many()), batch: 5);
        Assert.True(await desk.Step.StepAsync(Cancel));
        Assert.False(await desk.Linking.StepAsync(Cancel));
        await desk.RunAsync();
        Assert.True(await desk.Linking.StepAsync(Cancel));
    }

    [Fact]
    public async Task A_restart_after_every_batch_learns_the_same_footers_and_links_the_same_stories()
    {
        await using var straight = await DatabaseAsync();
        await using var interrupted = await DatabaseAsync();
        var posts = new PostList(Many());
        IReadOnlyList<string> once;
        await using (var desk = await DetectFixture.StartAsync(straight, TestEngine.Data, posts, batch: 1_000))
        {
            await desk.RunAsync();
            await desk.LinkAsync();
            once = await desk.WrittenAsync();
        }

        for (var more = true; more;)
        {
            await using var desk = await DetectFixture.StartAsync(interrupted, TestEngine.Data, posts, batch: 9);
            more = await desk.Step.StepAsync(Cancel);
        }

        for (var more = true; more;)
        {
            await using var desk = await DetectFixture.StartAsync(interrupted, TestEngine.Data, posts, batch: 9);
            more = await desk.Linking.StepAsync(Cancel);
        }

        await using var again = await DetectFixture.StartAsync(interrupted, TestEngine.Data, posts);
        Assert.Equal(once, await again.WrittenAsync());
        Assert.Contains(once, line => line.StartsWith("retelling ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_workers_at_once_link_each_pair_once()
    {
        await using var database = await DatabaseAsync();
        var posts = new PostList(Many());
        await using var one = await DetectFixture.StartAsync(database, TestEngine.Data, posts, batch: 4);
        await using var other = await DetectFixture.StartAsync(database, TestEngine.Data, posts, batch: 4);
        await one.RunAsync();
        await Task.WhenAll(Task.Run(one.LinkAsync, Cancel), Task.Run(other.LinkAsync, Cancel));

        await using var alone = await DatabaseAsync();
        await using var desk = await DetectFixture.StartAsync(alone, TestEngine.Data, posts, batch: 4);
        await desk.RunAsync();
        await desk.LinkAsync();
        Assert.Equal(await desk.WrittenAsync(), await one.WrittenAsync());
    }

    [Fact]
    public async Task Short_posts_with_the_footer_of_their_channel_are_not_one_story()
    {
        await using var database = await DatabaseAsync();
        var posts = Many();
        var (first, second) = (TestPosts.Post("Доллар выше 108" + Footer, message: 500), TestPosts.Post("Евро ниже 90" + Footer, message: 501));
        await using var desk = await DetectFixture.StartAsync(database, TestEngine.Data, new PostList([.. posts, first, second]));
        await desk.RunAsync();
        Assert.Equal(StoryId.From(first.Id.Value), (await desk.Detections.ReadingAsync(first.Id, Cancel))!.Story);
        Assert.Equal(StoryId.From(second.Id.Value), (await desk.Detections.ReadingAsync(second.Id, Cancel))!.Story);
    }

    protected abstract Task<TestDatabase> DatabaseAsync();

    /// <summary>Thirty posts of one channel with a footer, and a story told in several wordings.</summary>
    private static List<Post> Many() =>
    [
        .. Enumerable.Range(0, 30).Select(i => TestPosts.Post($"Новость номер {i}: в доме {i * 7} прошла уборка двора\nжители довольны работой {i + 3} дворников{Footer}", message: 100 + i)),
        TestPosts.Post(Bridge, message: 200),
        TestPosts.Post("Бүгін қалада жаңа мектеп ашылды, оған барлық көршілер келді", message: 201),
        TestPosts.Post(Retold, message: 202, channel: "telegram:2", hours: 2),
        TestPosts.Post(Retold + ", в церемонии участвовали жители Караганды", message: 203, channel: "telegram:3", hours: 3),
        TestPosts.Post("Мост через Нуру в Караганде открыт: Сапаров отчитался о 12 миллиардах тенге", message: 204, channel: "telegram:4", hours: 5),
    ];
}
