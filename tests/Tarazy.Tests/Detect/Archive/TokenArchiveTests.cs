using Tarazy.Analysis.Rules;
using Tarazy.Detect.Archive;
using Tarazy.Records.Posts;
using Tarazy.TestKit.Databases;
using Tarazy.Tests.Analysis.Rules;

namespace Tarazy.Tests.Detect.Archive;

public sealed class TokenArchiveTests : IDisposable
{
    private static readonly RuleBook Rules = TestEngine.Data.Rules;

    private static readonly string[] Expressions =
    [
        "контракт", "вербов*", "фро* NEAR/3 $money", "\"на фронт\" OR \"служба по контракту\"", "контракт NOT фронт", "NOT контракт", "$phone lang:ru", "2024 OR @invented_name",
        "(контракт OR фронт) NEAR/4 (пишите OR $handle) AND NOT вербовка", "служб* channel:@steppe_news", "служб* NOT channel:@steppe_news", "майдан* audience:>100", "lang:kk,und город",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("archive").FullName;

    [Fact]
    public async Task A_replay_finds_what_a_look_at_every_post_finds()
    {
        var posts = Posts(120);
        await using var database = new SqliteFile();
        await using var desk = await ArchiveDesk.OpenAsync(database, posts, _folder);
        await desk.DetectAsync();
        Assert.Equal(posts.Count, desk.Archive.Last);
        await SameAsLiveAsync(desk, posts, Rules);
        var found = 0;
        foreach (var expression in Expressions)
        {
            Assert.True(RuleText.TryParse(expression, out var query, out _));
            found += await SameAsLiveAsync(desk, posts, query.Book());
        }

        Assert.True(found > 100, $"only {found} posts were a find");
    }

    [Fact]
    public async Task Only_posts_that_may_matter_are_read_again()
    {
        var posts = Posts(60);
        await using var database = new SqliteFile();
        await using var desk = await ArchiveDesk.OpenAsync(database, posts, _folder);
        await desk.DetectAsync();
        var (hits, candidates, scanned) = await desk.ReplayAsync(Rules);
        Assert.Equal(posts.Count, scanned);
        Assert.NotEmpty(hits);
        Assert.InRange(candidates, hits.Count, posts.Count / 2);
    }

    [Fact]
    public async Task Times_are_kept_to()
    {
        var posts = Posts(30);
        await using var database = new SqliteFile();
        await using var desk = await ArchiveDesk.OpenAsync(database, posts, _folder);
        await desk.DetectAsync();
        var range = new ReplayRange(posts[10].PostedAt, posts[19].PostedAt);
        var all = (await desk.ReplayAsync(Rules)).Hits;
        var some = (await desk.ReplayAsync(Rules, range)).Hits;
        Assert.Equal(all.Where(hit => posts.Skip(10).Take(10).Any(post => hit.StartsWith(post.Id.Value + " ", StringComparison.Ordinal))), some);
        Assert.NotEmpty(some);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(41)]
    [InlineData(300)]
    public async Task A_torn_tail_is_cut_and_made_again_from_the_posts(int torn)
    {
        var posts = Posts(60);
        await using var database = new SqliteFile();
        await using (var desk = await ArchiveDesk.OpenAsync(database, posts, _folder))
        {
            await desk.DetectAsync();
        }

        Cut(SegmentFiles.Path(_folder, 0), torn);
        await using var again = await ArchiveDesk.OpenAsync(database, posts, _folder);
        Assert.InRange(again.Archive.Last, 0, posts.Count - 1);
        await SameAsLiveAsync(again, posts, Rules);
        Assert.True(await again.CatchUpAsync() > 0);
        Assert.Equal(posts.Count, again.Archive.Last);
        await SameAsLiveAsync(again, posts, Rules);
    }

    [Fact]
    public async Task A_changed_byte_is_noticed_and_what_lies_behind_it_is_looked_at_without_the_archive()
    {
        var posts = Posts(60);
        await using var database = new SqliteFile();
        await using var desk = await ArchiveDesk.OpenAsync(database, posts, _folder);
        await desk.DetectAsync();
        var bytes = await File.ReadAllBytesAsync(SegmentFiles.Path(_folder, 0), TestContext.Current.CancellationToken);
        bytes[bytes.Length / 2] ^= 0x10;
        await File.WriteAllBytesAsync(SegmentFiles.Path(_folder, 0), bytes, TestContext.Current.CancellationToken);
        await SameAsLiveAsync(desk, posts, Rules);
    }

    [Fact]
    public async Task Lost_words_cut_the_posts_that_need_them()
    {
        var posts = Posts(60);
        await using var database = new SqliteFile();
        await using (var desk = await ArchiveDesk.OpenAsync(database, posts, _folder))
        {
            await desk.DetectAsync();
        }

        Cut(Path.Combine(_folder, VocabularyFile.Name), 3);
        await using var again = await ArchiveDesk.OpenAsync(database, posts, _folder);
        Assert.InRange(again.Archive.Last, 0, posts.Count - 1);
        await again.CatchUpAsync();
        await SameAsLiveAsync(again, posts, Rules);
    }

    [Fact]
    public async Task An_archive_that_was_forgotten_is_made_again()
    {
        var posts = Posts(60);
        await using var database = new SqliteFile();
        await using var desk = await ArchiveDesk.OpenAsync(database, posts, _folder);
        await desk.DetectAsync();
        desk.Keeper.Clear();
        Assert.Equal(0, desk.Archive.Last);
        await desk.CatchUpAsync();
        Assert.Equal(posts.Count, desk.Archive.Last);
        await SameAsLiveAsync(desk, posts, Rules);
    }

    [Fact]
    public async Task What_a_lost_database_took_back_is_not_replayed_for_the_posts_that_have_its_numbers_now()
    {
        var posts = Posts(60);
        await using (var lost = new SqliteFile())
        {
            await using var before = await ArchiveDesk.OpenAsync(lost, [.. Enumerable.Reverse(posts)], _folder);
            await before.DetectAsync();
            Assert.Equal(posts.Count, before.Archive.Last);
        }

        await using var database = new SqliteFile();
        await using var desk = await ArchiveDesk.OpenAsync(database, posts[..40], _folder);
        await desk.DetectAsync();
        await desk.CatchUpAsync();
        Assert.Equal(40, desk.Archive.Last);
        await SameAsLiveAsync(desk, posts[..40], Rules);
    }

    [Fact]
    public async Task A_folder_that_another_process_writes_to_is_left_alone()
    {
        var posts = Posts(30);
        await using var database = new SqliteFile();
        using var other = new TokenArchive(_folder);
        await using var desk = await ArchiveDesk.OpenAsync(database, posts, _folder);
        Assert.False(desk.Archive.Writes);
        await desk.DetectAsync();
        Assert.Equal(0, await desk.CatchUpAsync());
        await SameAsLiveAsync(desk, posts, Rules);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<int> SameAsLiveAsync(ArchiveDesk desk, IReadOnlyList<Post> posts, RuleBook book)
    {
        var live = new ReplayLook(book, TestEngine.Data.Languages);
        var expected = posts.SelectMany(post => live.At(post, language: null)).Select(hit => FormattableString.Invariant($"{hit.Post.Id} {hit.Hit.Rule.Name} {hit.Hit.Strength:R}")).ToList();
        Assert.Equal(expected, (await desk.ReplayAsync(book)).Hits);
        return expected.Count;
    }

    private static void Cut(string path, int bytes)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        file.SetLength(file.Length - bytes);
    }

    /// <summary>Examples of the shipped rules among invented posts of their words and of others.</summary>
    private static List<Post> Posts(int count)
    {
        var examples = Rules.Rules.SelectMany(rule => rule.Examples).Select(example => example.Text).ToArray();
        return
        [
            .. Enumerable.Range(0, count).Select(i => TestPosts.Post(
                i % 5 == 0 ? examples[i * 37 % examples.Length] : FindGen.PostOf(i),
                message: i + 1,
                channel: i % 3 == 0 ? "telegram:@steppe_news" : "telegram:7",
                hours: i) with { Views = i % 4 == 0 ? null : i * 10 }),
        ];
    }
}
