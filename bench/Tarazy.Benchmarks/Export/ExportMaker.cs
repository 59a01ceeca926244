using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tarazy.Benchmarks.Export;

/// <summary>
/// Writes an export of one invented channel as Telegram Desktop writes it: indented by single spaces, each text once in
/// <c>text</c> and once in <c>text_entities</c>, with edits, forwards, media, links, reactions and service messages among the posts.
/// </summary>
internal sealed class ExportMaker(Corpus corpus, int seed = 7)
{
    private const string NotIncluded = "(File not included. Change data exporting settings to download.)";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Emoji = ["👍", "❤", "🔥", "😁", "🤔", "😱", "😢", "🤬"];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _message = new();

    /// <returns>How many messages were written, service messages among them.</returns>
    public long Write(string path, long bytes)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        Put(file, "{\n \"name\": \"Пример канала\",\n \"type\": \"public_channel\",\n \"id\": 1234567890,\n \"messages\": [");
        var messages = 0L;
        for (var at = 1_640_000_000L; file.Position < bytes; at += _random.Next(600))
        {
            _message.Clear().Append(messages == 0 ? "\n  " : ",\n  ");
            Message(++messages + 1, at);
            Put(file, _message.ToString());
        }

        Put(file, "\n ]\n}");
        return messages;
    }

    private void Message(long id, long at)
    {
        var date = DateTimeOffset.FromUnixTimeSeconds(at).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        if (Chance(3))
        {
            Line($"{{\n   \"id\": {id},\n   \"type\": \"service\",\n   \"date\": \"{date}\",\n   \"date_unixtime\": \"{at}\",\n   \"actor\": \"Пример канала\",");
            Line($"\n   \"actor_id\": \"channel1234567890\",\n   \"action\": \"pin_message\",\n   \"message_id\": {id - 1},\n   \"text\": \"\",\n   \"text_entities\": []\n  }}");
            return;
        }

        Line($"{{\n   \"id\": {id},\n   \"type\": \"message\",\n   \"date\": \"{date}\",\n   \"date_unixtime\": \"{at}\",");
        if (Chance(18))
        {
            Line($"\n   \"edited\": \"{date}\",\n   \"edited_unixtime\": \"{at + 60}\",");
        }

        Line($"\n   \"from\": \"Пример канала\",\n   \"from_id\": \"channel1234567890\",");
        if (Chance(12))
        {
            Line($"\n   \"forwarded_from\": \"Другой канал {_random.Next(5_000)}\",\n   \"forwarded_from_id\": \"channel{1_000_000_000L + _random.Next(5_000)}\",");
        }

        if (Chance(6))
        {
            Line($"\n   \"reply_to_message_id\": {id - 1 - _random.Next(50)},");
        }

        Media();
        Texts(Parts(corpus.Post(_random)));
        Reactions();
        _message.Append("\n  }");
    }

    private void Media()
    {
        var kind = _random.Next(100);
        if (kind < 35)
        {
            Line($"\n   \"photo\": \"{NotIncluded}\",\n   \"photo_file_size\": {_random.Next(300_000)},\n   \"width\": 1280,\n   \"height\": 960,");
        }
        else if (kind < 45)
        {
            Line($"\n   \"file\": \"{NotIncluded}\",\n   \"file_name\": \"IMG_{_random.Next(9_999)}.MP4\",\n   \"file_size\": {_random.Next(90_000_000)},");
            Line($"\n   \"thumbnail\": \"{NotIncluded}\",\n   \"media_type\": \"video_file\",\n   \"mime_type\": \"video/mp4\",\n   \"duration_seconds\": {_random.Next(300)},\n   \"width\": 848,\n   \"height\": 480,");
        }
    }

    private List<Part> Parts(string text)
    {
        var parts = new List<Part>();
        if (Chance(35))
        {
            var cut = text.IndexOf(' ', Math.Min(text.Length - 1, 20));
            cut = cut < 0 ? text.Length : cut;
            parts.Add(new Part("bold", text[..cut]));
            text = text[cut..];
        }

        if (Chance(20) && text.Length > 60)
        {
            var from = text.IndexOf(' ', text.Length / 3);
            var to = from < 0 || from + 10 >= text.Length ? -1 : text.IndexOf(' ', from + 10);
            if (to > 0)
            {
                parts.Add(new Part("plain", text[..from]));
                parts.Add(new Part("text_link", text[from..to], string.Create(
                    CultureInfo.InvariantCulture, $"https://example{_random.Next(300)}.kz/news/{_random.Next(999_999)}?utm_source=tg&utm_medium=post&id={_random.Next(9_999)}")));
                text = text[to..];
            }
        }

        parts.Add(new Part("plain", text));
        if (Chance(30))
        {
            parts.Add(new Part("plain", "\n\n"));
            parts.Add(new Part("link", string.Create(CultureInfo.InvariantCulture, $"https://t.me/channel_{_random.Next(3_000)}/{_random.Next(99_999)}")));
        }

        if (Chance(15))
        {
            parts.Add(new Part("plain", " "));
            parts.Add(new Part("hashtag", "#новости"));
        }

        if (Chance(25))
        {
            parts.Add(new Part("plain", "\n\n"));
            parts.Add(new Part("mention", string.Create(CultureInfo.InvariantCulture, $"@channel_{_random.Next(3_000)}")));
        }

        return parts;
    }

    private void Texts(List<Part> parts)
    {
        if (parts.Count == 1)
        {
            _message.Append("\n   \"text\": ").Append(Quoted(parts[0].Text)).Append(',');
        }
        else
        {
            _message.Append("\n   \"text\": [\n").AppendJoin(",\n", parts.Select(p => p.Type == "plain" ? "    " + Quoted(p.Text) : Entity(p))).Append("\n   ],");
        }

        _message.Append("\n   \"text_entities\": [\n").AppendJoin(",\n", parts.Select(Entity)).Append("\n   ]");
    }

    private void Reactions()
    {
        if (Chance(60))
        {
            _message.Append(",\n   \"reactions\": [\n").AppendJoin(",\n", Enumerable.Range(0, 1 + _random.Next(5)).Select(_ => string.Create(
                CultureInfo.InvariantCulture, $"    {{\n     \"type\": \"emoji\",\n     \"count\": {_random.Next(500)},\n     \"emoji\": \"{Emoji[_random.Next(8)]}\"\n    }}"))).Append("\n   ]");
        }
    }

    private static string Entity(Part part) =>
        $"    {{\n     \"type\": \"{part.Type}\",\n     \"text\": {Quoted(part.Text)}{(part.Behind is null ? "" : $",\n     \"href\": {Quoted(part.Behind)}")}\n    }}";

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Json);

    private void Line(FormattableString line) => _message.Append(line.ToString(CultureInfo.InvariantCulture));

    private bool Chance(int percent) => _random.Next(100) < percent;

    private static void Put(FileStream file, string text) => file.Write(Encoding.UTF8.GetBytes(text));

    private sealed record Part(string Type, string Text, string? Behind = null);
}
