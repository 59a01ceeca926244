using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tarazy.Peers.Stj;

// DeserializeAsyncEnumerable over the messages, source-generated, with a type that has only what an import needs.
const int Runs = 5;
var costs = new List<double>();
var posts = 0L;
for (var run = 0; run <= Runs; run++)
{
    var before = Environment.CpuUsage.TotalTime;
    posts = await Messages.ReadAsync(args[0]);
    if (run > 0)
    {
        costs.Add((Environment.CpuUsage.TotalTime - before).TotalMicroseconds / posts);
    }
}

costs.Sort();
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"System.Text.Json DeserializeAsyncEnumerable\t{posts}\t{costs[Runs / 2]:F2}\tmedian of {Runs} runs after one to warm up"));

namespace Tarazy.Peers.Stj
{
    internal static class Messages
    {
        /// <summary>
        /// Begins at the array, because the root must be one. What follows the array is an error to the deserializer, which loses
        /// the messages of its last buffer then; a few among hundreds of thousands.
        /// </summary>
        public static async Task<long> ReadAsync(string path)
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);
            var start = new byte[4096];
            var read = await file.ReadAsync(start);
            var name = start.AsSpan(0, read).IndexOf("\"messages\""u8);
            file.Position = name + start.AsSpan(name).IndexOf((byte)'[');
            var (posts, characters) = (0L, 0L);
            try
            {
                await foreach (var message in JsonSerializer.DeserializeAsyncEnumerable(new NoSeek(file), MessageContext.Default.Message))
                {
                    if (message is { Type: "message" })
                    {
                        posts++;
                        characters += string.Concat(message.TextEntities?.Select(e => e.Text) ?? []).Length;
                    }
                }
            }
            catch (JsonException) when (characters > 0)
            {
                // The end of the array.
            }

            return posts;
        }
    }

    internal sealed class Message
    {
        [JsonPropertyName("id")]
        public long Id { get; init; }

        [JsonPropertyName("type")]
        public string? Type { get; init; }

        [JsonPropertyName("date_unixtime")]
        public string? Unix { get; init; }

        [JsonPropertyName("edited_unixtime")]
        public string? Edited { get; init; }

        [JsonPropertyName("forwarded_from")]
        public string? ForwardedFrom { get; init; }

        [JsonPropertyName("reply_to_message_id")]
        public long ReplyTo { get; init; }

        [JsonPropertyName("media_type")]
        public string? Media { get; init; }

        [JsonPropertyName("text_entities")]
        public List<Entity>? TextEntities { get; init; }

        [JsonPropertyName("reactions")]
        public List<Reaction>? Reactions { get; init; }
    }

    internal sealed class Entity
    {
        [JsonPropertyName("type")]
        public string? Type { get; init; }

        [JsonPropertyName("text")]
        public string? Text { get; init; }

        [JsonPropertyName("href")]
        public string? Href { get; init; }
    }

    internal sealed class Reaction
    {
        [JsonPropertyName("count")]
        public int Count { get; init; }
    }

    [JsonSourceGenerationOptions(DefaultBufferSize = 1 << 20)]
    [JsonSerializable(typeof(Message))]
    internal sealed partial class MessageContext : JsonSerializerContext;

    /// <summary>A stream that begins where the file stands.</summary>
    internal sealed class NoSeek(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => inner.ReadAsync(buffer, cancellationToken);

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
