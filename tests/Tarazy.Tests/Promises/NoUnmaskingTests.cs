using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tarazy.Detect;
using Tarazy.Detect.Posts;
using Tarazy.Ingest;
using Tarazy.Ingest.Posts;
using Tarazy.Ingest.Sources;
using Tarazy.Records.Posts;
using Tarazy.Storage;
using Tarazy.Storage.Contexts;
using Tarazy.TestKit;
using Tarazy.TestKit.Databases;
using Tarazy.Tests.Detect;
using Tarazy.Tests.Ingest.Telegram.Export;
using Tarazy.Tests.Ingest.Telegram.Preview;

namespace Tarazy.Tests.Promises;

/// <summary>
/// 3. No unmasking. Public channels only; a private chat in an import is refused unread. Authors of comments are dropped or
/// replaced by a keyed hash on the way in. There is no feature that tells who a person is.
/// </summary>
public sealed partial class NoUnmaskingTests : IDisposable
{
    /// <summary>Stands in every place that belongs to a person; never a part of public words.</summary>
    private const string Secret = "Zq7Құпия";
    private const string SecretNumber = "770777177";
    private const string PublicWords = "Ашық сөз осында тұр";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-unmask-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("personal_chat")]
    [InlineData("saved_messages")]
    [InlineData("bot_chat")]
    [InlineData("private_group")]
    [InlineData("private_supergroup")]
    [InlineData("private_channel")]
    [InlineData("verification_codes")]
    [InlineData("Public_Channel")]
    [InlineData("public_channel ")]
    [InlineData("")]
    public async Task A_chat_that_is_not_public_leaves_no_trace_in_the_database(string kind)
    {
        var chat = $$"""
            {"name":"{{Secret}}","type":"{{kind}}","id":{{SecretNumber}},"messages":[
              {"id":1,"type":"message","date":"2024-12-01T15:00:00","date_unixtime":"1733047200","from":"{{Secret}}","from_id":"user{{SecretNumber}}",
               "text":"{{Secret}}","text_entities":[{"type":"plain","text":"{{Secret}}"}]}]}
            """;
        await NothingIsKeptAsync($$$"""{"chats":{"list":[{{{chat}}},{{{Exports.Channel(Exports.Words(5, PublicWords))}}},{{{chat}}}]}}""");
    }

    [Fact]
    public async Task Of_a_whole_account_nothing_but_its_public_channels_reaches_the_database() => await NothingIsKeptAsync($$$"""
        {"about":"{{{Secret}}}",
         "personal_information":{"user_id":{{{SecretNumber}}},"first_name":"{{{Secret}}}","last_name":"{{{Secret}}}","phone_number":"+{{{SecretNumber}}}","username":"@{{{Secret}}}","bio":"{{{Secret}}}"},
         "profile_pictures":[{"photo":"{{{Secret}}}"}],
         "contacts":{"about":"x","list":[{"user_id":{{{SecretNumber}}},"first_name":"{{{Secret}}}","phone_number":"+{{{SecretNumber}}}"}]},
         "frequent_contacts":{"list":[{"id":{{{SecretNumber}}},"category":"people","type":"user","name":"{{{Secret}}}"}]},
         "sessions":{"list":[{"last_ip":"{{{Secret}}}","device_model":"{{{Secret}}}"}]},
         "stories":[{"caption":"{{{Secret}}}"}],
         "chats":{"list":[
           {"name":"{{{Secret}}}","type":"personal_chat","id":{{{SecretNumber}}},"messages":[{"id":1,"text":"{{{Secret}}}"}]},
           {{{Exports.Channel(Exports.Words(5, PublicWords))}}}]},
         "left_chats":{"list":[{"name":"{{{Secret}}}","type":"private_supergroup","id":{{{SecretNumber}}},"messages":[{"id":1,"text":"{{{Secret}}}"}]}]},
         "other_data":{"drafts":[{"text":"{{{Secret}}}"}]}}
        """);

    [Theory]
    [InlineData("\"author\":\"S\"")]
    [InlineData("\"from\":\"S\",\"from_id\":\"userN\"")]
    [InlineData("\"forwarded_from\":\"S\",\"forwarded_from_id\":\"userN\"")]
    [InlineData("\"forwarded_from_id\":\"userN\",\"forwarded_from\":\"S\"")]
    [InlineData("\"forwarded_from\":\"S\"")]
    [InlineData("\"forwarded_from\":null,\"forwarded_from_id\":\"userN\"")]
    [InlineData("\"saved_from\":\"S\"")]
    [InlineData("\"via_bot\":\"@S\"")]
    [InlineData("\"reply_to_message_id\":3,\"reply_to_peer_id\":\"userN\"")]
    [InlineData("\"contact_information\":{\"first_name\":\"S\",\"last_name\":\"S\",\"phone_number\":\"+N\"},\"contact_vcard\":\"S.vcf\"")]
    [InlineData("\"reactions\":[{\"type\":\"emoji\",\"count\":2,\"emoji\":\"x\",\"recent\":[{\"from\":\"S\",\"from_id\":\"userN\",\"date\":\"2024-12-01T15:00:00\"}]}]")]
    [InlineData("\"invoice_information\":{\"title\":\"S\",\"receipt_message_id\":N}")]
    [InlineData("\"photo\":\"chats/S/N.jpg\",\"file_name\":\"S.pdf\",\"thumbnail\":\"S\"")]
    [InlineData("\"performer\":\"S\",\"title\":\"S\"")]
    [InlineData("\"poll\":{\"question\":\"x\",\"total_voters\":1,\"answers\":[{\"text\":\"a\",\"voters\":1,\"chosen\":true,\"voter\":\"S\"}]}")]
    [InlineData("\"giveaway_information\":{\"winners\":[N],\"from\":\"S\"}")]
    [InlineData("\"something_of_tomorrow\":{\"who\":[\"S\",{\"id\":N}]}")]
    public async Task Whoever_wrote_forwarded_answered_or_reacted_is_dropped_from_posts_and_from_comments(string inside)
    {
        var more = inside.Replace("S", Secret, StringComparison.Ordinal).Replace("N", SecretNumber, StringComparison.Ordinal);
        var message = $$"""
            {"id":5,"type":"message","date":"2024-12-01T15:00:00","date_unixtime":"1733047200",{{more}},
             "text":"{{PublicWords}}","text_entities":[{"type":"plain","text":"{{PublicWords}}"}]}
            """;
        foreach (var kind in new[] { "public_channel", "public_supergroup" })
        {
            await NothingIsKeptAsync($$"""{"name":"Дала жаңалықтары","type":"{{kind}}","id":1500000001,"messages":[{{message}}]}""");
        }
    }

    [Theory]
    [InlineData("\"action\":\"invite_members\",\"members\":[\"S\"]")]
    [InlineData("\"action\":\"remove_members\",\"members\":[\"S\"]")]
    [InlineData("\"action\":\"join_group_by_link\",\"inviter\":\"S\"")]
    [InlineData("\"action\":\"pin_message\",\"message_id\":3")]
    [InlineData("\"action\":\"send_payment\",\"amount\":1,\"information\":\"S\"")]
    [InlineData("\"action\":\"edit_group_title\",\"title\":\"S\"")]
    public async Task Who_came_went_or_pinned_is_dropped(string inside)
    {
        var more = inside.Replace("S", Secret, StringComparison.Ordinal);
        await NothingIsKeptAsync($$"""
            {"name":"Дала жаңалықтары","type":"public_supergroup","id":1500000001,"messages":[
             {"id":4,"type":"service","date":"2024-12-01T15:00:00","date_unixtime":"1733047200","actor":"{{Secret}}","actor_id":"user{{SecretNumber}}",{{more}},"text":"","text_entities":[]},
             {{Exports.Words(5, PublicWords)}}]}
            """);
    }

    [Fact]
    public async Task The_number_behind_a_mention_of_a_person_is_dropped() => await NothingIsKeptAsync(Exports.Channel(Exports.Message(5, $$"""
        "text":["{{PublicWords}} ",{"type":"mention_name","text":"сен","user_id":{{SecretNumber}}}],
        "text_entities":[{"type":"plain","text":"{{PublicWords}} "},{"type":"mention_name","text":"сен","user_id":{{SecretNumber}}}]
        """)));

    [Fact]
    public async Task An_author_who_signed_on_a_public_page_is_dropped()
    {
        var page = PreviewPages.Page(null, PreviewPages.Message(5, $"""
            <div class="tgme_widget_message_author accent_color"><a class="tgme_widget_message_owner_name" href="https://t.me/dala_news"><span dir="auto">Дала жаңалықтары</span></a></div>
            <div class="tgme_widget_message_forwarded_from accent_color">Forwarded from <span class="tgme_widget_message_forwarded_from_name">{Secret}</span>
              (<span class="tgme_widget_message_forwarded_from_author">{Secret}</span>)</div>
            <a class="tgme_widget_message_reply" href="https://t.me/dala_news/3"><span class="tgme_widget_message_author_name">{Secret}</span><div class="tgme_widget_message_metatext">{Secret}</div></a>
            <div class="tgme_widget_message_contact"><div class="tgme_widget_message_contact_name">{Secret}</div><div class="tgme_widget_message_contact_phone">+{SecretNumber}</div></div>
            <div class="tgme_widget_message_text js-message_text">{PublicWords}</div>
            <span class="tgme_widget_message_from_author">{Secret}</span>
            """));
        await NothingIsKeptAsync(page, "page.html");
    }

    [Theory]
    [InlineData("AuthorName", true)]
    [InlineData("user_id", true)]
    [InlineData("PhoneHash", true)]
    [InlineData("Handle", false)]
    [InlineData("Text", false)]
    public void What_the_searches_below_look_for_they_find(string name, bool found) => Assert.Equal(found, Person().IsMatch(name));

    [Fact]
    public void No_column_of_the_database_tells_who_an_author_is()
    {
        var columns = WholeModel.Columns();
        Assert.Contains(("posts", "Text"), columns);
        Assert.DoesNotContain(columns, c => c.Table != "accounts" && Person().IsMatch(c.Column));
        Assert.Equal(["Alias", "Name"], columns.Where(c => c.Table == "accounts" && c.Column is "Alias" or "Name").Select(c => c.Column).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_value_that_passes_between_the_stages_has_a_place_for_an_author()
    {
        var properties = typeof(Post).Assembly.GetTypes().SelectMany(t => t.GetProperties().Select(p => (Type: t.Name, p.Name))).ToList();
        Assert.True(properties.Count > 100);

        // The six factors of Rabat ask what the speaker stands for; it is a reviewer's answer in words, and no name.
        Assert.Equal([("RabatAnswers", "Speaker")], properties.Where(p => Person().IsMatch(p.Name)));
    }

    [Fact]
    public void No_page_or_address_of_the_desk_looks_for_a_person()
    {
        var routes = Directory.GetFiles(Repository.Path("src", "Tarazy.Server"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(f => Route().Matches(File.ReadAllText(f)).Select(m => m.Groups["route"].Value)).Distinct().ToList();
        Assert.Contains("/desk/cases/{number}/decide", routes);

        // The people of the desk itself, seen by its administrator.
        var people = routes.Where(r => r.StartsWith("/desk/people", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(routes.Except(people), r => r.Split('/', '-', '{', '}').Any(part => Person().IsMatch(part) || part is "people" or "who" or "profile"));
        Assert.DoesNotContain(WholeModel.Types, t => Regex.IsMatch(t.Name, "(Author|Sender|Owner|Subscriber|Commenter|Profile)(Page|View|Search|Row|Lookup|Finder)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Imports and detects as the desk does, then searches every byte on the disk.</summary>
    private async Task NothingIsKeptAsync(string source, string name = "result.json")
    {
        var path = Path.Combine(_folder.FullName, name);
        await File.WriteAllTextAsync(path, source, Cancel);
        await using var database = new SqliteFile();
        await using var services = new ServiceCollection().AddLogging()
            .AddStorage(database.Options).AddIngest().AddDetect(new DetectOptions()).AddSingleton(TestEngine.Data).BuildServiceProvider();
        await using (var db = await services.GetRequiredService<IDbContextFactory<DeskContext>>().CreateDbContextAsync(Cancel))
        {
            await db.Database.EnsureCreatedAsync(Cancel);
        }

        var summary = await services.GetRequiredService<ImportPostsHandler>().HandleAsync(new ImportPosts(path, new IngestOptions()), null, Cancel);
        while (await services.GetRequiredService<DetectPosts>().StepAsync(Cancel))
        {
        }

        Assert.Equal(1, summary.New);
        byte[] bytes = [.. Directory.GetFiles(Path.GetDirectoryName(database.Options.Database)!).SelectMany(File.ReadAllBytes)];
        Assert.True(Holds(bytes, PublicWords), "the public post is not there");
        foreach (var secret in new[] { Secret, SecretNumber, WebUtility.HtmlEncode(Secret), Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)) })
        {
            Assert.False(Holds(bytes, secret), $"{secret} of {source}");
        }
    }

    private static bool Holds(byte[] bytes, string words) => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0;

    [GeneratedRegex("author|sender|speaker|commenter|username|user_?id|firstname|lastname|fullname|phone|e-?mail|ipaddress|birth|passport|iin$|subscriberid|contact", RegexOptions.IgnoreCase)]
    private static partial Regex Person();

    [GeneratedRegex("\"(?<route>/[a-z][a-z0-9/{}*.-]*)\"")]
    private static partial Regex Route();
}
