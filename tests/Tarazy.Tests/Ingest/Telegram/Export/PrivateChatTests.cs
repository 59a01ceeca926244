using System.Text.Json;
using Tarazy.Records.Canonical;

namespace Tarazy.Tests.Ingest.Telegram.Export;

public class PrivateChatTests
{
    private const string Secret = "Құпия Есім";

    [Theory]
    [InlineData("personal_chat")]
    [InlineData("saved_messages")]
    [InlineData("private_group")]
    [InlineData("private_supergroup")]
    [InlineData("private_channel")]
    [InlineData("bot_chat")]
    [InlineData("replies")]
    [InlineData("a_kind_of_tomorrow")]
    public async Task A_chat_that_is_not_public_is_passed_over_unread(string kind)
    {
        // The messages are not even JSON inside their strings: whoever reads them would stumble.
        var read = await Exports.ReadAsync(
            $$"""{"name":"{{Secret}}","type":"{{kind}}","id":9,"messages":[{"id":1,"type":"message","text":"{{Secret}} \q \x"}]}""");

        Assert.Empty(read.Posts);
        Assert.Empty(read.Channels);
        var refusal = Assert.Single(read.Refusals);
        Assert.Equal("private-chat", refusal.Code);
        Assert.DoesNotContain(Secret, JsonSerializer.Serialize(read.Refusals, DeskJson.Options), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_whole_account_only_public_channels_come_out_and_the_rest_is_counted_by_kind()
    {
        var read = await Exports.ReadAsync($$$"""
            {"about":"x","personal_information":{"first_name":"{{{Secret}}}","phone_number":"+1"},
             "contacts":{"list":[{"first_name":"{{{Secret}}}","deep":[[[{}]]]}]},"sessions":{"list":[1,2,{"ip":"127.0.0.1"}]},
             "chats":{"about":"y","list":[
               {"name":"{{{Secret}}}","type":"personal_chat","id":1,"messages":[{"id":1,"text":"{{{Secret}}}"}]},
               {{{Exports.Channel(Exports.Words(1, "бір"))}}},
               {"type":"saved_messages","id":2,"messages":[]},
               {"name":"{{{Secret}}}","type":"personal_chat","id":3,"messages":[]}]},
             "left_chats":{"about":"z","list":[{"name":"Ашық топ","type":"public_supergroup","id":77,"messages":[{{{Exports.Words(4, "екі")}}}]}]},
             "other_data":{"x":"{{{Secret}}}"}}
            """);

        Assert.Equal(["telegram:1500000001", "telegram:77"], read.Posts.Select(p => p.Channel.Value));
        Assert.Equal(["Дала жаңалықтары", "Ашық топ"], read.Channels.Select(c => c.Title));
        Assert.Equal([("private-chat", 2), ("private-chat", 1)], read.Refusals.Select(r => (r.Code, r.Count)));
        Assert.DoesNotContain(Secret, JsonSerializer.Serialize(read, DeskJson.Options), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_kind_stands_behind_the_messages_the_answer_is_no()
    {
        var read = await Exports.ReadAsync($$"""{"name":"А","id":9,"messages":[{{Exports.Words(1, "бір")}}],"type":"public_channel"}""");

        Assert.Empty(read.Posts);
        Assert.Equal(["private-chat"], read.Codes);
    }
}
