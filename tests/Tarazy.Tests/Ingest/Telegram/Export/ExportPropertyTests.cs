using System.Text;
using System.Text.Json;
using CsCheck;
using Tarazy.Ingest.Telegram.Export;
using Tarazy.Records.Canonical;
using Tarazy.Records.Posts;

namespace Tarazy.Tests.Ingest.Telegram.Export;

/// <summary>What holds for every export, tried on made ones.</summary>
public class ExportPropertyTests
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char["абвғқңөұүһіә {}[]\",:\\"], 0, 40],
        Gen.Const("👨‍👩‍👧‍👦 отбасы"),
        Gen.Const("\\\\\"}{"),
        Gen.Const("}]}"));

    private static readonly Gen<string> Message =
        from text in Text
        from bold in Text
        from shape in Gen.Int[0, 3]
        from id in Gen.Int[1, 1_000_000]
        select shape switch
        {
            0 => Exports.Message(id, $"\"text\":{Quoted(text)}"),
            1 => Exports.Message(id, $"\"text\":[{Quoted(text)},{{\"type\":\"bold\",\"text\":{Quoted(bold)}}}],\"photo\":\"x\""),
            2 => Exports.Message(id, $"\"poll\":{{\"question\":{Quoted(bold)},\"answers\":[{{}}]}},\"text_entities\":[{{\"type\":\"plain\",\"text\":{Quoted(text)}}}]"),
            _ => Exports.Message(id, $"\"text\":{Quoted(text)},\"reactions\":[{{\"count\":2,\"recent\":[{{\"from\":{Quoted(bold)}}}]}}]"),
        };

    private static readonly Gen<string[]> Messages = Message.Array[0, 12];

    [Fact]
    public Task Any_prefix_of_an_export_gives_exactly_the_whole_messages_in_it() =>
        Gen.Select(Messages, Gen.Double[0, 1], Gen.Int[64, 400]).SampleAsync(
            async (messages, part, buffer) =>
            {
                var whole = Encoding.UTF8.GetBytes(Exports.Channel(messages));
                var cut = Math.Min((int)(whole.Length * part), whole.Length - 1);
                var head = Encoding.UTF8.GetByteCount(Exports.Channel()) - 2;
                var expected = 0;
                for (var end = head; expected < messages.Length; expected++)
                {
                    end += Encoding.UTF8.GetByteCount(messages[expected]) + (expected == 0 ? 0 : 2);
                    if (end > cut)
                    {
                        break;
                    }
                }

                var all = await Exports.ReadAsync(whole);
                var read = await Exports.ReadAsync(whole[..cut], new ExportOptions { BufferBytes = buffer });

                return all.Posts.Count == messages.Length
                    && Same(all.Posts.Take(expected), read.Posts)
                    && read.Refusals.Count == 1
                    && read.Refusals[0].Code is "truncated" or "empty-file"
                    && read.Refusals[0].Byte == cut;
            },
            iter: 400);

    [Fact]
    public Task The_size_of_the_buffer_and_of_the_reads_changes_nothing() =>
        Gen.Select(Messages, Gen.Int[64, 300], Gen.Int[1, 200]).SampleAsync(
            async (messages, buffer, piece) =>
            {
                var whole = Encoding.UTF8.GetBytes(Exports.Channel(messages));
                using var slow = new SlowStream(whole, piece);
                var read = await Exports.ReadAsync(slow, new ExportOptions { BufferBytes = buffer });
                var once = await Exports.ReadAsync(whole);
                return Same(once.Posts, read.Posts) && read.Refusals.Count == 0;
            },
            iter: 300);

    [Fact]
    public Task A_mended_control_character_reads_like_its_plain_twin() =>
        Gen.Select(Gen.String[Gen.Char["аб\\x01\u0001\u000b\u001f\""], 0, 60], Gen.Int[64, 300]).SampleAsync(
            async (text, buffer) =>
            {
                var json = Quoted(text);
                var desktop = json.Replace("\\u0001", "\\x01", StringComparison.Ordinal)
                    .Replace("\\u000B", "\\x0B", StringComparison.Ordinal)
                    .Replace("\\u001F", "\\x1F", StringComparison.Ordinal);
                var options = new ExportOptions { BufferBytes = buffer };
                var plain = await Exports.ReadAsync(Exports.Channel(Exports.Message(1, $"\"text\":{json}")), options);
                var mended = await Exports.ReadAsync(Exports.Channel(Exports.Message(1, $"\"text\":{desktop}")), options);
                return plain.Posts.Single().Text == text && Same(plain.Posts, mended.Posts);
            },
            iter: 500);

    [Fact]
    public Task No_damage_makes_it_throw() =>
        Gen.Select(Messages, Gen.Select(Gen.Int[0, 5000], Gen.Byte).Array[1, 6], Gen.Int[64, 300]).SampleAsync(
            async (messages, damage, buffer) =>
            {
                var file = Encoding.UTF8.GetBytes(Exports.Channel(messages));
                foreach (var (at, value) in damage)
                {
                    file[at % file.Length] = value;
                }

                var read = await Exports.ReadAsync(file, new ExportOptions { BufferBytes = buffer });
                return read.Posts.Count <= messages.Length;
            },
            iter: 1000);

    [Fact]
    public void The_end_of_a_value_is_found_wherever_the_pieces_are_cut() =>
        Gen.Select(Message, Gen.Int[1, 150], Gen.Int[0, 70]).Sample((message, piece, more) =>
        {
            var bytes = Encoding.UTF8.GetBytes(message + new string('}', more));
            var scanner = new NestingScanner(64);
            var at = 0;
            while (true)
            {
                var end = scanner.Scan(bytes.AsSpan(at, Math.Min(piece, bytes.Length - at)));
                if (end >= 0)
                {
                    return at + end == Encoding.UTF8.GetByteCount(message);
                }

                at += piece;
            }
        });

    private static string Quoted(string text) =>
        JsonSerializer.Serialize(text, DeskJson.Options);

    private static bool Same(IEnumerable<Post> one, IEnumerable<Post> other) =>
        one.Select(p => (p.Id, p.Text, p.Reactions, p.Media)).SequenceEqual(other.Select(p => (p.Id, p.Text, p.Reactions, p.Media)));

    /// <summary>Gives a few bytes a read, as a network does.</summary>
    private sealed class SlowStream(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);
    }
}
