using System.Text.Encodings.Web;
using System.Text.Json;
using Tarazy.Analysis.Engine;

namespace Tarazy.Server.Commands.Scan;

/// <summary>The result as one JSON object. Programs read it, so a member is added but never renamed.</summary>
internal static class ScanJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(ScanResult result, Stream to)
    {
        using var json = new Utf8JsonWriter(to, Options);
        json.WriteStartObject();
        json.WriteString("source", result.Source);
        json.WriteString("scannedAt", result.ScannedAt.UtcDateTime);
        json.WriteNumber("posts", result.Posts);
        WriteChannels(result, json);
        WriteRefused(result, json);
        WriteLanguages(result, json);
        WriteStories(result, json);
        WriteFindings(result, json);
        WriteTotals(result, json);
        json.WriteEndObject();
    }

    private static void WriteChannels(ScanResult result, Utf8JsonWriter json)
    {
        json.WriteStartArray("channels");
        foreach (var (channel, posts) in result.Channels)
        {
            json.WriteStartObject();
            json.WriteString("id", channel.Id.Value);
            json.WriteString("title", channel.Title);
            if (channel.Handle is { } handle)
            {
                json.WriteString("handle", handle);
            }

            json.WriteNumber("posts", posts);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRefused(ScanResult result, Utf8JsonWriter json)
    {
        json.WriteStartArray("refused");
        foreach (var refusal in result.Refused)
        {
            json.WriteStartObject();
            json.WriteString("code", refusal.Code);
            json.WriteString("says", refusal.Says);
            json.WriteNumber("count", refusal.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLanguages(ScanResult result, Utf8JsonWriter json)
    {
        json.WriteStartObject("languages");
        foreach (var (code, posts) in result.Languages)
        {
            json.WriteNumber(code, posts);
        }

        json.WriteEndObject();
    }

    private static void WriteStories(ScanResult result, Utf8JsonWriter json)
    {
        json.WriteStartArray("stories");
        foreach (var story in result.Stories)
        {
            json.WriteStartObject();
            json.WriteNumber("copies", story.Copies);
            json.WriteNumber("channels", story.Channels);
            json.WriteString("language", story.Language);
            json.WriteString("firstChannel", story.FirstChannel.Id.Value);
            json.WriteNumber("firstMessage", story.FirstMessage);
            json.WriteString("firstAt", story.FirstAt.UtcDateTime);
            json.WriteString("lastAt", story.LastAt.UtcDateTime);
            json.WriteString("text", story.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFindings(ScanResult result, Utf8JsonWriter json)
    {
        json.WriteStartArray("findings");
        foreach (var found in result.Rules.SelectMany(r => r.Findings))
        {
            WriteFinding(found, json);
        }

        json.WriteEndArray();
    }

    private static void WriteFinding(ScannedFinding found, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", found.Finding.Id.Value);
        json.WriteString("rule", found.Finding.Rule);
        json.WriteString("ruleVersion", found.Finding.RuleVersion);
        json.WriteString("harm", found.Finding.Harm.Value);
        json.WriteString("says", found.Finding.Summary);
        json.WriteBoolean("shadow", found.Finding.Shadow);
        json.WriteString("strength", StrengthBands.Of(found.Finding.Strength).ToString().ToLowerInvariant());
        json.WriteString("post", found.Finding.Post.Value);
        json.WriteString("channel", found.Channel.Id.Value);
        json.WriteNumber("message", found.Message);
        json.WriteString("postedAt", found.PostedAt.UtcDateTime);
        json.WriteString("language", found.Finding.Language);
        json.WriteNumber("copies", found.Copies);
        json.WriteString("text", found.Text);
        json.WriteStartArray("evidence");
        foreach (var evidence in found.Finding.Evidence)
        {
            json.WriteStartObject();
            json.WriteString("slot", evidence.Slot);
            json.WriteNumber("start", evidence.Start);
            json.WriteNumber("length", evidence.Length);
            json.WriteString("words", found.Text.AsSpan(evidence.Start, evidence.Length));
            if (evidence.Restored is { } restored)
            {
                json.WriteString("restored", restored);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTotals(ScanResult result, Utf8JsonWriter json)
    {
        json.WriteStartObject("totals");
        json.WriteNumber("stories", result.StoryCount);
        json.WriteNumber("findings", result.FindingCount);
        json.WriteNumber("shadowFindings", result.ShadowCount);
        json.WriteNumber("postsWithFinding", result.PostsWithFinding);
        json.WriteNumber("refused", result.RefusedCount);
        json.WriteNumber("milliseconds", (long)result.Took.TotalMilliseconds);
        json.WriteEndObject();
    }
}
