using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tarazy.Ingest;
using Tarazy.Ingest.Posts;
using Tarazy.Ingest.Sources;
using Tarazy.Records.Posts;
using Tarazy.Storage;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Feeds;
using Tarazy.TestKit.Databases;
using Tarazy.Tests.Ingest.Telegram.Export;

namespace Tarazy.Tests.Ingest.Posts;

/// <summary>What the store promises on every database.</summary>
public abstract class PostStoreContract : IAsyncLifetime
{
    private static readonly ChannelId Steppe = ChannelId.From("telegram:1500000001");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-import-");
    private TestDatabase _database = null!;
    private ServiceProvider _desk = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private PostArchive Archive => _desk.GetRequiredService<PostArchive>();

    public async ValueTask InitializeAsync()
    {
        _database = await NewDatabaseAsync();
        _desk = new ServiceCollection().AddStorage(_database.Options).AddIngest().BuildServiceProvider();
        await using var db = await _desk.GetRequiredService<IDbContextFactory<DeskContext>>().CreateDbContextAsync(Cancel);
        await db.Database.EnsureCreatedAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        if (_desk is not null)
        {
            await _desk.DisposeAsync();
            await _database.DisposeAsync();
        }

        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Every_field_of_a_post_comes_back_as_it_was_read()
    {
        await ImportAsync(Exports.Channel(Exports.Message(7, """
            "edited":"2024-12-01T15:10:00","edited_unixtime":"1733047800","forwarded_from":"Көрші арна","forwarded_from_id":"channel42",
            "reply_to_message_id":3,"photo":"x","reactions":[{"type":"emoji","count":12}],
            "text_entities":[{"type":"plain","text":"сөз \u0000"},{"type":"link","text":"https://a.example/"},{"type":"text_link","text":"!","href":"https://b.example/"}]
            """)));

        var post = Assert.Single(await Archive.ReadAfterAsync(0, 10, Cancel)).Item;
        Assert.Equal("сөз \uFFFDhttps://a.example/!", post.Text);
        Assert.Equal(["https://a.example/", "https://b.example/"], post.Links);
        Assert.Equal(PostId.ContentHash(post.Text, post.Links), post.Content.ToArray());
        Assert.Equal(PostId.Of(Steppe, 7, post.Content.Span), post.Id);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1733047200), post.PostedAt);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1733047800), post.EditedAt);
        Assert.Equal(("Көрші арна", 3L, MediaKind.Photo, 12), (post.ForwardedFrom, post.ReplyTo, post.Media, post.Reactions));
        Assert.Null(post.Replaces);
        Assert.Null(post.Views);
        Assert.Equal(post.Id, (await Archive.FindAsync(post.Id, Cancel))!.Id);
        Assert.Equal(new Channel(Steppe, "Дала жаңалықтары"), await Archive.ChannelAsync(Steppe, Cancel));
    }

    [Fact]
    public async Task The_same_import_made_twice_changes_nothing()
    {
        var export = Exports.Channel([.. Enumerable.Range(1, 57).Select(i => Exports.Words(i, $"сөз {i}"))]);

        var first = await ImportAsync(export, batch: 10);
        var rows = await Archive.ReadAfterAsync(0, 100, Cancel);
        var second = await ImportAsync(export, batch: 7);
        var again = await Archive.ReadAfterAsync(0, 100, Cancel);

        Assert.Equal((57, 57, 0, 0), (first.Read, first.New, first.Known, first.Edited));
        Assert.Equal((57, 0, 57, 0), (second.Read, second.New, second.Known, second.Edited));
        Assert.Equal(rows.Select(r => (r.Seq, r.Item.Id, r.Item.SeenAt)), again.Select(r => (r.Seq, r.Item.Id, r.Item.SeenAt)));
        Assert.Equal(new ArchiveCounts(57, 1, 2), await Archive.CountAsync(Cancel));
    }

    [Fact]
    public async Task An_edit_is_a_new_post_that_names_the_version_before_it()
    {
        await ImportAsync(Exports.Channel(Exports.Words(1, "бірінші"), Exports.Words(2, "басқа")));
        var edit = await ImportAsync(Exports.Channel(Exports.Words(1, "екінші"), Exports.Words(2, "басқа"), Exports.Words(1, "үшінші")));

        var versions = await Archive.VersionsAsync(Steppe, 1, Cancel);
        Assert.Equal((3, 0, 1, 2), (edit.Read, edit.New, edit.Known, edit.Edited));
        Assert.Equal(["бірінші", "екінші", "үшінші"], versions.Select(v => v.Text));
        Assert.Equal([null, versions[0].Id, versions[1].Id], versions.Select(v => v.Replaces));
    }

    [Fact]
    public async Task A_number_that_stands_twice_in_one_file_is_a_post_and_its_edit()
    {
        var summary = await ImportAsync(Exports.Channel(Exports.Words(5, "а"), Exports.Words(5, "ә"), Exports.Words(5, "а")));

        Assert.Equal((3, 1, 1, 1), (summary.Read, summary.New, summary.Known, summary.Edited));
    }

    [Fact]
    public async Task The_feed_gives_posts_in_the_order_of_the_file_and_goes_on_from_a_number()
    {
        await ImportAsync(Exports.Channel([.. Enumerable.Range(1, 40).Select(i => Exports.Words(100 - i, "сөз"))]), batch: 9);

        var feed = _desk.GetRequiredService<IFeed<Post>>();
        var first = await feed.ReadAfterAsync(0, 25, Cancel);
        var rest = await feed.ReadAfterAsync(first[^1].Seq, 100, Cancel);

        Assert.Equal(Enumerable.Range(1, 40).Select(i => 100L - i), first.Concat(rest).Select(n => n.Item.Message));
        Assert.Equal(first.Concat(rest).Select(n => n.Seq).Order(), first.Concat(rest).Select(n => n.Seq));
        Assert.Empty(await feed.ReadAfterAsync(rest[^1].Seq, 10, Cancel));
    }

    [Fact]
    public async Task Posts_are_found_by_many_ids_and_an_unknown_id_is_not_there()
    {
        await ImportAsync(Exports.Channel([.. Enumerable.Range(1, 5).Select(i => Exports.Words(i, $"сөз {i}"))]));
        var ids = (await Archive.ReadAfterAsync(0, 10, Cancel)).Select(n => n.Item.Id).ToList();

        var found = await Archive.FindAsync([ids[1], ids[3], PostId.From("telegram:1/1#000000000000")], Cancel);

        Assert.Equal([2, 4], found.Select(p => p.Message).Order());
        Assert.Null(await Archive.FindAsync(PostId.From("telegram:1/1#000000000000"), Cancel));
        Assert.Null(await Archive.ChannelAsync(ChannelId.From("telegram:1"), Cancel));
        Assert.Equal(Steppe, Assert.Single(await Archive.ChannelsAsync([Steppe, ChannelId.From("telegram:1")], Cancel)).Id);
    }

    [Fact]
    public async Task A_handle_that_an_export_does_not_say_is_not_forgotten()
    {
        var list = Path.Combine(_folder.FullName, "channels.csv");
        await File.WriteAllTextAsync(list, "id,handle,subscribers\n1500000001,dala_news,12345\nx,y,z\n", Cancel);

        var first = await ImportAsync(Exports.Channel(Exports.Words(1, "а")), list: list);
        await ImportAsync(Exports.Channel(Exports.Words(2, "ә")));

        Assert.Equal(new Channel(Steppe, "Дала жаңалықтары", "dala_news", 12345), await Archive.ChannelAsync(Steppe, Cancel));
        Assert.Equal(1, first.Refused["bad-channel-list"]);
    }

    [Fact]
    public async Task What_was_refused_is_kept_with_the_import_as_sentences()
    {
        await ImportAsync(Exports.Channel(Exports.Words(1, "а"), "17"));
        var broken = Exports.Channel(Exports.Words(1, "а"), Exports.Words(2, "ә"));
        await ImportAsync(broken[..^20]);

        var imports = await Archive.LatestImportsAsync(10, Cancel);
        Assert.Equal(2, imports.Count);
        Assert.Equal(1, imports[0].Summary.Refused["truncated"]);
        Assert.Contains("The one whole post before it was kept.", Assert.Single(imports[0].Summary.Sentences), StringComparison.Ordinal);
        Assert.Equal(1, imports[1].Summary.Refused["bad-message"]);
        Assert.Equal([Steppe], imports[1].Summary.Channels);
        Assert.EndsWith("export.json", imports[0].Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_imports_at_once_store_every_post_once()
    {
        var one = Exports.Channel([.. Enumerable.Range(1, 60).Select(i => Exports.Words(i, $"сөз {i}"))]);
        var other = Exports.Channel([.. Enumerable.Range(31, 60).Select(i => Exports.Words(i, $"сөз {i}"))]);

        var both = await Task.WhenAll(ImportAsync(one, batch: 5, name: "one.json"), ImportAsync(other, batch: 5, name: "other.json"));

        Assert.Equal(90, both.Sum(s => s.New));
        Assert.Equal(30, both.Sum(s => s.Known));
        Assert.Equal(90, (await Archive.CountAsync(Cancel)).Posts);
    }

    private protected abstract Task<TestDatabase> NewDatabaseAsync();

    private async Task<ImportSummary> ImportAsync(string export, int batch = 2000, string? list = null, string name = "export.json")
    {
        var path = Path.Combine(_folder.FullName, name);
        await File.WriteAllTextAsync(path, export, Cancel);
        var options = new IngestOptions { BatchPosts = batch, ChannelList = list };
        return await _desk.GetRequiredService<ImportPostsHandler>().HandleAsync(new ImportPosts(path, options), progress: null, Cancel);
    }
}

public sealed class SqlitePostStoreTests : PostStoreContract
{
    private protected override Task<TestDatabase> NewDatabaseAsync() => Task.FromResult<TestDatabase>(new SqliteFile());
}

public sealed class PostgreSqlPostStoreTests : PostStoreContract
{
    private protected override async Task<TestDatabase> NewDatabaseAsync()
    {
        Assert.SkipWhen(PostgreSqlServer.WhyAbsent is not null, PostgreSqlServer.WhyAbsent ?? "");
        return await PostgreSqlServer.NewDatabaseAsync();
    }
}
