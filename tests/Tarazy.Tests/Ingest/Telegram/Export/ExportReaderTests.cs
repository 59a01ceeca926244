using System.Text.Json;
using Tarazy.Ingest.Telegram.Export;
using Tarazy.Records.Canonical;
using Tarazy.Records.Posts;

namespace Tarazy.Tests.Ingest.Telegram.Export;

public class ExportReaderTests
{
    [Fact]
    public async Task A_post_carries_its_words_time_and_a_number_that_follows_from_them()
    {
        var read = await Exports.ReadAsync(Exports.Channel(Exports.Words(7, "Сәлем, дала!")));

        var post = Assert.Single(read.Posts);
        Assert.Equal("telegram:1500000001", post.Channel.Value);
        Assert.Equal("Сәлем, дала!", post.Text);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1733047200), post.PostedAt);
        Assert.Equal(Exports.SeenAt, post.SeenAt);
        Assert.Equal(PostId.Of(post.Channel, 7, PostId.ContentHash("Сәлем, дала!", [])), post.Id);
        Assert.Equal(new Channel(post.Channel, "Дала жаңалықтары"), Assert.Single(read.Channels));
        Assert.Empty(read.Refusals);
    }

    [Theory]
    [InlineData(""" "text":"бір екі" """, "бір екі")]
    [InlineData(""" "text":["бір ",{"type":"bold","text":"екі"}] """, "бір екі")]
    [InlineData(""" "text":"","text_entities":[{"type":"plain","text":"бір "},{"type":"italic","text":"екі"}] """, "бір екі")]
    [InlineData(""" "text":"бір екі","text_entities":[] """, "бір екі")]
    [InlineData(""" "text":"" """, "")]
    public async Task Words_are_read_in_every_shape_that_was_ever_written(string rest, string text) =>
        Assert.Equal(text, Assert.Single((await Exports.ReadAsync(Exports.Channel(Exports.Message(1, rest)))).Posts).Text);

    [Fact]
    public async Task Links_of_words_and_buttons_are_each_kept_once_in_order()
    {
        var read = await Exports.ReadAsync(Exports.Channel(Exports.Message(1, """
            "text_entities":[{"type":"link","text":"t.me/a"},{"type":"text_link","text":"мұнда","href":"https://b.example/?x=1&y=2"},{"type":"link","text":"t.me/a"}],
            "inline_bot_buttons":[[{"type":"url","text":"Жазылу","data":"https://c.example/join"},{"type":"callback","text":"ok","data":"vote_1"}],
              [{"type":"user_profile","text":"Автор","data":"123456"},{"type":"url","text":"x","data":"tg://user?id=123456"}]]
            """)));

        Assert.Equal(["t.me/a", "https://b.example/?x=1&y=2", "https://c.example/join"], Assert.Single(read.Posts).Links);
    }

    [Fact]
    public async Task Nothing_that_tells_who_a_person_is_comes_out()
    {
        var read = await Exports.ReadAsync(Exports.Channel(
            Exports.Message(1, """ "author":"Гүлнәр Подпись","text_entities":[{"type":"mention_name","text":"көрші","user_id":998877}] """),
            Exports.Message(2, """ "contact_information":{"first_name":"Айдос","last_name":"Тестов","phone_number":"+7 700 123 45 67"},"contact_vcard":"x","text":"" """),
            Exports.Message(3, """ "forwarded_from":"Жеке Адам","forwarded_from_id":"user5550001","text":"а" """),
            Exports.Message(4, """ "forwarded_from":"Жасырын Адам","text":"ә" """),
            Exports.Message(5, """ "reactions":[{"type":"emoji","count":3,"emoji":"👍","recent":[{"from":"Лайк Басқан","from_id":"user77","date":"2024-12-01T15:00:00"}]}],"via_bot":"@b","text":"б" """),
            """{"id":6,"type":"message","date_unixtime":"1733047200","from":"Топ Мүшесі","from_id":"user4242","text":[{"type":"text_link","text":"ол","href":"tg://user?id=4242"}]}"""));

        Assert.Equal(6, read.Posts.Count);
        var everything = JsonSerializer.Serialize(read.Posts, DeskJson.Options) + JsonSerializer.Serialize(read.Channels, DeskJson.Options);
        string[] secrets = ["Гүлнәр", "998877", "Айдос", "Тестов", "700 123", "Жеке", "5550001", "Жасырын", "Лайк", "user77", "Топ Мүшесі", "4242"];
        Assert.DoesNotContain(secrets, everything.Contains);
        Assert.Equal(3, read.Posts[4].Reactions);
        Assert.Equal(MediaKind.Other, read.Posts[1].Media);
    }

    [Fact]
    public async Task The_name_of_a_channel_that_was_forwarded_is_kept_where_the_export_says_that_it_is_a_channel()
    {
        var read = await Exports.ReadAsync(Exports.Channel(
            Exports.Message(1, """ "forwarded_from":"Көрші арна","text":"ескі экспорт" """),
            Exports.Message(2, """ "forwarded_from":"Көрші арна","forwarded_from_id":"channel42","text":"жаңа экспорт" """),
            Exports.Message(3, """ "forwarded_from":null,"text":"аты жоқ" """)));

        Assert.Equal([null, "Көрші арна", null], read.Posts.Select(p => p.ForwardedFrom));
    }

    [Fact]
    public async Task An_edit_time_of_zero_is_no_edit()
    {
        var read = await Exports.ReadAsync(Exports.Channel(
            Exports.Message(1, """ "edited":"1970-01-01T05:00:00","edited_unixtime":"0","text":"а" """),
            Exports.Message(2, """ "edited":"2024-12-01T15:10:00","edited_unixtime":"1733047800","text":"ә" """)));

        Assert.Equal([null, DateTimeOffset.FromUnixTimeSeconds(1733047800)], read.Posts.Select(p => p.EditedAt));
    }

    [Fact]
    public async Task Media_are_told_apart_and_the_number_of_a_reply_is_kept()
    {
        var read = await Exports.ReadAsync(Exports.Channel(
            Exports.Message(1, """ "photo":"(File not included.)","width":1,"text":"","reply_to_message_id":90 """),
            Exports.Message(2, """ "file":"a.bin","file_name":"a.bin","mime_type":"application/pdf","text":"" """),
            Exports.Message(3, """ "file":"v.mp4","thumbnail":"t","media_type":"video_message","text":"" """),
            Exports.Message(4, """ "media_type":"voice_message","file":"v.ogg","text":"" """),
            Exports.Message(5, """ "poll":{"question":"?","answers":[]},"text":"" """),
            Exports.Message(6, """ "location_information":{"latitude":1.5,"longitude":2.5},"text":"" """)));

        Assert.Equal(
            [MediaKind.Photo, MediaKind.Document, MediaKind.Video, MediaKind.Voice, MediaKind.Poll, MediaKind.Location],
            read.Posts.Select(p => p.Media));
        Assert.Equal(90, read.Posts[0].ReplyTo);
    }

    [Fact]
    public async Task A_number_that_stands_twice_gives_two_posts()
    {
        var read = await Exports.ReadAsync(Exports.Channel(Exports.Words(5, "бірінші"), Exports.Words(5, "екінші")));

        Assert.Equal([5, 5], read.Posts.Select(p => p.Message));
        Assert.NotEqual(read.Posts[0].Id, read.Posts[1].Id);
    }

    [Fact]
    public async Task Service_and_unsupported_messages_are_counted_and_are_no_posts()
    {
        var read = await Exports.ReadAsync(Exports.Channel(
            """{"id":1,"type":"service","date_unixtime":"1","actor":"Кісі","actor_id":"user9","action":"create_channel","title":"х","text":""}""",
            """{"id":2,"type":"unsupported"}""",
            Exports.Words(3, "сөз")));

        Assert.Single(read.Posts);
        Assert.Equal(["service-message", "unsupported-message"], read.Codes);
    }

    [Fact]
    public async Task A_control_character_as_telegram_desktop_writes_it_is_read_and_four_written_characters_stay()
    {
        var read = await Exports.ReadAsync(Exports.Channel(Exports.Words(1, @"а\x0Bб\\x0Bв\\\x1Fг")));

        Assert.Equal("а\vб\\x0Bв\\\u001fг", Assert.Single(read.Posts).Text);
    }

    [Theory]
    [InlineData("+05:00", "2024-12-01T10:00:00Z")]
    [InlineData("Asia/Almaty", "2024-12-01T10:00:00Z")] // one zone for the whole country since 1 March 2024
    [InlineData("Z", "2024-12-01T15:00:00Z")]
    public async Task An_old_export_has_local_times_and_needs_a_zone(string zone, string expected)
    {
        const string Old = """{"name":"А","type":"public_channel","id":5,"messages":[{"id":1,"type":"message","date":"2024-12-01T15:00:00","text":"т"}]}""";
        Assert.True(ExportTimeZone.TryParse(zone, out var found));

        var without = await Exports.ReadAsync(Old);
        var with = await Exports.ReadAsync(Old, new ExportOptions { TimeZone = found });

        Assert.Empty(without.Posts);
        Assert.Contains("--time-zone", Assert.Single(without.Refusals).Says, StringComparison.Ordinal);
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Assert.Single(with.Posts).PostedAt);
    }

    [Theory]
    [InlineData("+5")]
    [InlineData("Asia/Nowhere")]
    [InlineData("+15:00")]
    [InlineData("")]
    public void A_time_zone_that_is_none_is_refused(string text) => Assert.False(ExportTimeZone.TryParse(text, out _));
}
