using System.Text.Json;
using Tarazy.Ingest.Sources;
using Tarazy.Ingest.Telegram.Preview;
using Tarazy.Records.Canonical;
using Tarazy.Records.Posts;

namespace Tarazy.Tests.Ingest.Telegram.Preview;

public class PreviewParserTests
{
    private static readonly DateTimeOffset SeenAt = new(2026, 1, 3, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_page_tells_its_channel_and_its_posts()
    {
        var page = await PreviewPages.ParseAsync(PreviewPages.Page(5, PreviewPages.Words(5, "бір<br/>екі"), PreviewPages.Words(6, "үш")));

        Assert.Equal(new Channel(ChannelId.From("telegram:@dala_news"), "Дала жаңалықтары", "dala_news", 12500), page.ToChannel());
        Assert.Equal(5, page.Before);
        var posts = PreviewItems.Of(page, "page.html", SeenAt).OfType<IngestItem.PostSeen>().Select(i => i.Post).ToList();
        Assert.Equal(["бір\nекі", "үш"], posts.Select(p => p.Text));
        Assert.Equal(1200, posts[0].Views);
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 22, 4, 5, TimeSpan.Zero), posts[0].PostedAt);
    }

    [Theory]
    [InlineData("""{"c":-1591537674,"p":5}""", "telegram:1591537674")]
    [InlineData("""{"p":5}""", "telegram:@dala_news")]
    [InlineData("""not json""", "telegram:@dala_news")]
    public async Task The_number_of_the_channel_is_taken_from_data_view_when_it_is_there(string view, string channel)
    {
        var encoded = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(view)).TrimEnd('=');
        var page = await PreviewPages.ParseAsync(PreviewPages.Page(null, PreviewPages.Message(5, "", encoded)));

        Assert.Equal(channel, page.ToChannel()!.Id.Value);
    }

    [Fact]
    public async Task The_words_of_a_quoted_message_are_anothers()
    {
        var page = await PreviewPages.ParseAsync(PreviewPages.Page(null, PreviewPages.Message(5, """
            <a class="tgme_widget_message_reply" href="https://t.me/dala_news/3"><div class="tgme_widget_message_text js-message_text js-message_reply_text">дәйексөз</div></a>
            <div class="tgme_widget_message_text js-message_text"><div class="tgme_widget_message_text js-message_text">өз <b>сөзі</b> <tg-spoiler>жасырын</tg-spoiler><blockquote expandable>үзінді</blockquote></div></div>
            """)));

        var message = Assert.Single(page.Messages);
        Assert.Equal("өз сөзі жасырынүзінді", message.Text);
        Assert.Equal(3, message.ReplyTo);
    }

    [Fact]
    public async Task Reactions_are_summed_and_links_of_buttons_are_kept()
    {
        var page = await PreviewPages.ParseAsync(PreviewPages.Page(null, PreviewPages.Message(5, """
            <div class="tgme_widget_message_text js-message_text"><a href="https://a.example/">a</a> <a href="?q=%23tag">#tag</a> <a href="tg://user?id=5">кісі</a></div>
            <div class="tgme_widget_message_inline_row"><a class="tgme_widget_message_inline_button url_button" href="https://b.example/join">Жазылу</a></div>
            <div class="tgme_widget_message_reactions"><span class="tgme_reaction"><i class="emoji"><b>👍</b></i>1.5K</span><span class="tgme_reaction tgme_reaction_paid"><i></i>7</span></div>
            """)));

        var message = Assert.Single(page.Messages);
        Assert.Equal(1507, message.Reactions);
        Assert.Equal(["https://a.example/", "https://b.example/join"], message.Links);
        Assert.Equal(["#tag"], message.Hashtags);
    }

    [Theory]
    [InlineData("""<a class="tgme_widget_message_forwarded_from_name" href="https://t.me/kershi/12"><span>Көрші арна</span></a>""", "Көрші арна")]
    [InlineData("""<a class="tgme_widget_message_forwarded_from_name" href="https://t.me/bireu"><span>Біреу Біреуов</span></a>""", null)]
    [InlineData("""<span class="tgme_widget_message_forwarded_from_name">Біреу Біреуов</span>""", null)]
    [InlineData("""<span class="tgme_widget_message_from_author">Біреу Біреуов</span>""", null)]
    public async Task Only_the_name_of_a_channel_is_kept_of_a_forward(string inside, string? kept)
    {
        var page = await PreviewPages.ParseAsync(PreviewPages.Page(null, PreviewPages.Message(5, inside)));
        var items = PreviewItems.Of(page, "page.html", SeenAt).ToList();

        Assert.Equal(kept, Assert.Single(items.OfType<IngestItem.PostSeen>()).Post.ForwardedFrom);
        Assert.DoesNotContain("Біреуов", JsonSerializer.Serialize(items.OfType<IngestItem.PostSeen>().Select(i => i.Post), DeskJson.Options), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Service_messages_and_messages_without_a_date_are_counted()
    {
        var page = await PreviewPages.ParseAsync(PreviewPages.Page(
            null,
            PreviewPages.Words(5, "сөз"),
            PreviewPages.Words(6, "pinned").Replace("\"tgme_widget_message\"", "\"tgme_widget_message service_message\"", StringComparison.Ordinal),
            """<div class="tgme_widget_message" data-post="dala_news/7">күні жоқ</div>"""));

        var refused = PreviewItems.Of(page, "page.html", SeenAt).OfType<IngestItem.Refused>().Select(r => (r.Refusal.Code, r.Refusal.Count));
        Assert.Equal([("service-message", 1), ("bad-message", 1)], refused);
    }

    [Theory]
    [InlineData("<html><body><p>Басқа бет</p></body></html>")]
    [InlineData("")]
    [InlineData("\u0000\u0001<<<>>>&&&")]
    public async Task A_page_that_is_no_preview_is_refused(string html)
    {
        var page = await PreviewPages.ParseAsync(html);

        Assert.False(page.IsPreview);
        Assert.Equal(["not-a-preview"], PreviewItems.Of(page, "x.html", SeenAt).OfType<IngestItem.Refused>().Select(r => r.Refusal.Code));
    }

    [Fact]
    public async Task Ten_thousand_nested_elements_do_no_harm()
    {
        var page = await PreviewPages.ParseAsync(PreviewPages.Page(null, PreviewPages.Words(5, $"үсті{string.Concat(Enumerable.Repeat("<i>", 10_000))}терең")));

        Assert.Equal("үсті", Assert.Single(page.Messages).Text);
    }

    [Theory]
    [InlineData("2", 2)]
    [InlineData("4.85K", 4850)]
    [InlineData("1,1K", 1100)]
    [InlineData("2 345", 2345)]
    [InlineData("2,345", 2345)]
    [InlineData("1.1M", 1_100_000)]
    [InlineData("", null)]
    [InlineData("көп", null)]
    [InlineData("99999999999999999999999", null)]
    public void Counts_are_read_as_the_page_writes_them(string text, int? count) => Assert.Equal(count, PreviewNumbers.Count(text));
}
