using System.Numerics;
using System.Text;
using System.Text.Json;
using CsCheck;
using Tarazy.Ingest.Telegram.Export;
using Tarazy.TestKit;

namespace Tarazy.Tests.Ingest.Telegram.Export;

/// <summary>The quick reader gives what the ordinary one gives, or leaves the message to it.</summary>
public class ExportWalkerTests
{
    /// <summary>The least that <see cref="ExportOptions.MostDepth"/> may be.</summary>
    private const int LeastDepth = 8;

    private static readonly ExportOptions Options = new() { MostLinks = 3 };

    private static readonly Gen<string> Value = AnyOf(
        "1", "-7", "0", "01", "1.5", "1e3", "99999999999999999999", "\"12\"", "\"1 2\"", "null", "true", "false", "nul", "\"\"", "\"сөз\"",
        "\"a\\nb\\u0451\\u0000\"", "\"\\ud83d\\ude00\"", "\"\\ud83d\"", "\"\\q\"", "\"\\x0B\"", "\"\\\\x0B\"", "[]", "{}", "[1,2]", "[1,]", "{\"a\":1,}",
        "\"2024-12-01T15:00:00\"", "\"2024-02-30T15:00:00\"", "\"2024-12-01T15:00:00+05:00\"", "\"channel42\"", "\"user42\"", "\"message\"", "\"service\"",
        "\"video_file\"", "\"tg://user?id=1\"", "\"HTTPS://a.example/\"", "[{\"type\":\"link\",\"text\":\"https://a.example/\"},\"ә\",7]",
        "[{\"type\":\"text_link\",\"text\":\"б\",\"href\":\"https://b.example/\\u0436\"},{\"type\":\"hashtag\",\"text\":\"#в\"},{\"text\":null,\"type\":5}]",
        "[{\"count\":3,\"recent\":[{\"from\":\"Біреу\"}]},{\"count\":\"4\"},{\"count\":-1}]", "[{\"count\":1},5]", "[[{\"type\":\"button\",\"data\":\"https://c.example/\"}]]",
        "[[[[[7]]]]]", "[[[[[{}]]]]]", "[[[[[[[[7]]]]]]]]", "[{\"a\":[[[[[7]]]]]}]", "[{\"a\":[[[[[[7]]]]]]}]");

    private static readonly Gen<string> Name = AnyOf(
        "id", "type", "date", "date_unixtime", "edited", "edited_unixtime", "text", "text_entities", "forwarded_from", "forwarded_from_id",
        "reply_to_message_id", "reactions", "media_type", "photo", "file", "poll", "inline_bot_buttons", "from", "width", "i\\u0064", "");

    private static readonly Gen<string> Blank = AnyOf("", " ", "\n  ", "\t\r\n");

    private static readonly Gen<string> Message =
        from members in Gen.Select(Blank, Name, Blank, Value).Array[0, 9]
        select $"{{{string.Join(",", members.Select(m => $"{m.Item1}\"{m.Item2}\"{m.Item3}:{m.Item3}{m.Item4}{m.Item1}"))}}}";

    [Fact]
    public void Made_messages_are_read_as_the_ordinary_parser_reads_them() =>
        Message.Sample(json => Same(Encoding.UTF8.GetBytes(json)), iter: 20_000);

    [Fact]
    public void Damaged_messages_are_read_as_the_ordinary_parser_reads_them() =>
        Gen.Select(Message, Gen.Select(Gen.Int[0, 500], Gen.Byte).Array[1, 3]).Sample(
            (json, damage) =>
            {
                var bytes = Encoding.UTF8.GetBytes(json);
                foreach (var (at, value) in damage)
                {
                    bytes[at % bytes.Length] = value;
                }

                return Same(bytes);
            },
            iter: 20_000);

    [Theory]
    [InlineData("result_2025.json")]
    [InlineData("result_2023.json")]
    [InlineData("result_2021_old.json")]
    public void Real_messages_are_walked_and_give_the_same(string file)
    {
        var path = SharedData.Path($"ingest-telegram/tdesktop-json/{file}", out var why);
        Assert.SkipWhen(path is null, why);
        using var export = JsonDocument.Parse(File.ReadAllBytes(path!));
        var (all, walked) = (0, 0);
        foreach (var raw in export.RootElement.GetProperty("messages").EnumerateArray().Select(m => Encoding.UTF8.GetBytes(m.GetRawText())))
        {
            all++;
            walked += new ExportMessageWalker(Options).TryWalk(raw, new ExportMessage(), out _) ? 1 : 0;
            Assert.True(Same(raw), Encoding.UTF8.GetString(raw));
            for (var at = 0; at < raw.Length; at += 97)
            {
                var damaged = raw.ToArray();
                damaged[at] ^= 0x11;
                Assert.True(Same(damaged), Encoding.UTF8.GetString(damaged));
            }
        }

        Assert.True(walked > all * 0.9, $"{walked} of {all} were walked");
    }

    [Fact]
    public void Bytes_are_utf8_for_the_quick_check_when_they_are_for_the_plain_one() =>
        Gen.Select(
            AnyOf("a", "ә", "қазақ тілі", "€", "😀", "0123456789abcdefghijklmnopqrstuvwxyz").Array[0, 12],
            Gen.Select(Gen.Int[0, 300], Gen.OneOf(Gen.Byte, Gen.Byte[0x80, 0xFF])).Array[0, 2],
            Gen.Int[0, 3]).Sample(
            (pieces, damage, cut) =>
            {
                var bytes = Encoding.UTF8.GetBytes(string.Concat(pieces));
                bytes = bytes[..Math.Max(0, bytes.Length - cut)];
                foreach (var (at, value) in damage.Where(_ => bytes.Length > 0))
                {
                    bytes[at % bytes.Length] = value;
                }

                return Utf8Check.IsValid(bytes) == System.Text.Unicode.Utf8.IsValid(bytes);
            },
            iter: 50_000);

    [Fact]
    public void What_lies_between_quotes_is_the_same_with_and_without_the_instruction() =>
        Gen.ULong.Sample(bits =>
        {
            var inside = 0UL;
            for (var bit = 0; bit < 64; bit++)
            {
                inside |= (ulong)(BitOperations.PopCount(bits << (63 - bit)) & 1) << bit;
            }

            return NestingScanner.PrefixXor(bits) == inside && NestingScanner.PrefixXorPlain(bits) == inside;
        });

    private static Gen<string> AnyOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    /// <summary>
    /// True when the walker left the message to the parser, or when both read the same in it, however deep messages may be, and it ends
    /// where its brackets say.
    /// </summary>
    private static bool Same(byte[] json)
    {
        var walked = new ExportMessage();
        if (!new ExportMessageWalker(Options).TryWalk(json, walked, out var length))
        {
            return true;
        }

        var parsed = new ExportMessage();
        new ExportMessageParser(Options).Parse(json.AsSpan(0, length), parsed);
        var scanner = new NestingScanner(LeastDepth);
        return Told(walked) == Told(parsed) && scanner.Scan(json) == length && !scanner.TooDeep;
    }

    /// <summary>Everything a post is made of. The wall clock counts only where there is no Unix time.</summary>
    private static string Told(ExportMessage message) => string.Join('|', (object?[])
    [
        message.Id, message.Kind, message.Unix, message.Unix is null ? message.Local : null, message.EditedUnix,
        message.EditedUnix is null ? message.EditedLocal : null, message.ForwardOrigin, message.ForwardedFrom, message.ReplyTo,
        message.Reactions, message.Media, Convert.ToHexString(message.Text), string.Join(',', message.Entities),
        string.Join(',', Enumerable.Range(0, message.LinkCount).Select(i => Encoding.UTF8.GetString(message.Link(i)))),
    ]);
}
