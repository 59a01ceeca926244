using System.IO.Compression;
using System.Text;
using Tarazy.Ingest.Telegram.Export;

namespace Tarazy.Tests.Ingest.Telegram.Export;

public class BrokenExportTests
{
    [Theory]
    [InlineData("", "empty-file")]
    [InlineData("   \n ", "truncated")]
    [InlineData("garbage", "not-an-export")]
    [InlineData("[1,2]", "not-an-export")]
    [InlineData("{}", "not-an-export")]
    [InlineData("""{"posts":[]}""", "not-an-export")]
    [InlineData("<!DOCTYPE html><html></html>", "not-an-export")]
    [InlineData("{\"name\":\"A\" \"type\":1}", "not-json")]
    [InlineData("{\"name\":,}", "not-json")]
    [InlineData("{name:1}", "not-json")]
    [InlineData("""{"name":"A","type":"public_channel","id":7,"messages":{}}""", "not-json")]
    public async Task What_is_no_export_is_refused_in_one_sentence(string file, string code)
    {
        var read = await Exports.ReadAsync(file);

        Assert.Empty(read.Posts);
        var refusal = Assert.Single(read.Refusals);
        Assert.Equal(code, refusal.Code);
        Assert.StartsWith("result.json could not be read beyond byte ", refusal.Says, StringComparison.Ordinal);
        Assert.EndsWith("Nothing of it was kept.", refusal.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_kinds_of_file_are_called_by_their_name()
    {
        using var zipped = new MemoryStream();
        using (var zip = new ZipArchive(zipped, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("result.json");
        }

        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write("{}"u8);
        }

        Assert.Contains("zip", await SaysAsync(zipped.ToArray()), StringComparison.Ordinal);
        Assert.Contains("gzip", await SaysAsync(packed.ToArray()), StringComparison.Ordinal);
        Assert.Contains("UTF-16", await SaysAsync(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("{}")).ToArray()), StringComparison.Ordinal);
        Assert.Contains("UTF-16", await SaysAsync(Encoding.Unicode.GetBytes("{}")), StringComparison.Ordinal);
        Assert.Empty((await Exports.ReadAsync([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Exports.Channel())])).Refusals);

        static async Task<string> SaysAsync(byte[] file) => Assert.Single((await Exports.ReadAsync(file)).Refusals).Says;
    }

    [Theory]
    [InlineData("""{"id":2,"type":"message","date_unixtime":"1","text":"\q"}""", "bad-message")]
    [InlineData("""{"id":2,"type":"message","date_unixtime":"1","text":nul}""", "bad-message")]
    [InlineData("""{"id":2,"type":"message","text":"күні жоқ"}""", "bad-message")]
    [InlineData("""{"id":2,"type":"message","date_unixtime":"99999999999999999999","text":""}""", "bad-message")]
    [InlineData("""{"id":2,"type":"message","date_unixtime":"-5","text":""}""", "bad-message")]
    [InlineData("""{"type":"message","date_unixtime":"1","text":"нөмірі жоқ"}""", "bad-message")]
    [InlineData("""{"id":2,"type":"something","date_unixtime":"1"}""", "bad-message")]
    [InlineData("""{"id":2,"type":"message","date_unixtime":"1","text":"\ud83d жалғыз"}""", "not-utf8")]
    [InlineData("""[1,{"a":[]}]""", "bad-message")]
    [InlineData("null", "bad-message")]
    public async Task One_bad_message_is_named_and_the_others_are_kept(string bad, string code)
    {
        var read = await Exports.ReadAsync(Exports.Channel(Exports.Words(1, "алдында"), bad, Exports.Words(3, "артында")));

        Assert.Equal([1, 3], read.Posts.Select(p => p.Message));
        var refusal = Assert.Single(read.Refusals);
        Assert.Equal(code, refusal.Code);
        Assert.NotNull(refusal.Byte);
    }

    [Fact]
    public async Task A_string_that_is_not_utf8_costs_its_message_only()
    {
        var file = Encoding.UTF8.GetBytes(Exports.Channel(Exports.Words(1, "бір"), Exports.Words(2, "~~"), Exports.Words(3, "үш")));
        for (var at = file.AsSpan().IndexOf("~"u8); at >= 0; at = file.AsSpan().IndexOf("~"u8))
        {
            file[at] = 0xFF;
        }

        var read = await Exports.ReadAsync(file);

        Assert.Equal([1, 3], read.Posts.Select(p => p.Message));
        Assert.Equal(["not-utf8"], read.Codes);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(1 << 20)]
    public async Task Too_deep_and_too_large_messages_are_passed_over_whatever_the_buffer(int buffer)
    {
        var deep = Exports.Message(2, $""" "poll":{new string('[', 100)}{new string(']', 100)},"text":"" """);
        var large = Exports.Words(3, new string('а', 5000));
        var options = new ExportOptions { BufferBytes = buffer, MostMessageBytes = 4096 };

        var read = await Exports.ReadAsync(Encoding.UTF8.GetBytes(Exports.Channel(Exports.Words(1, "бір"), deep, large, Exports.Words(4, "төрт"))), options);

        Assert.Equal([1, 4], read.Posts.Select(p => p.Message));
        Assert.Equal(["deep-message", "large-message"], read.Codes);
    }

    [Fact]
    public async Task Past_the_limit_bad_messages_are_only_counted()
    {
        var file = Exports.Channel([.. Enumerable.Repeat("1", 10), Exports.Words(3, "үш")]);

        var read = await Exports.ReadAsync(Encoding.UTF8.GetBytes(file), mostTold: 3);

        Assert.Single(read.Posts);
        Assert.Equal([1, 1, 1, 7], read.Refusals.Select(r => r.Count));
    }

    [Fact]
    public async Task A_file_beyond_the_limit_stops_there_and_keeps_what_was_read()
    {
        var file = Encoding.UTF8.GetBytes(Exports.Channel([.. Enumerable.Range(1, 100).Select(i => Exports.Words(i, "сөз"))]));

        var read = await Exports.ReadAsync(file, new ExportOptions { BufferBytes = 512, MostBytes = file.Length / 2 });

        Assert.InRange(read.Posts.Count, 30, 60);
        Assert.Equal(["large-file"], read.Codes);
    }
}
