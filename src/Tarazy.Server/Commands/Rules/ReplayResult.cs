using System.Globalization;
using System.Text.Json;

namespace Tarazy.Server.Commands.Rules;

/// <summary>What a replay found, for people and for programs.</summary>
internal sealed record ReplayResult(string Rule, long Posts, ReplayTally Tally, TimeSpan Took)
{
    private const int MostRows = 31;

    public void Write(RulesOutput output)
    {
        output.Line($"{Rule}: {Say(Tally.Count)} of {Say(Posts)} posts, {Share} of them, in {Took.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s.");
        if (Tally.Count == 0)
        {
            return;
        }

        Counts(output, "day", Tally.Days.Reverse());
        Counts(output, "channel", Tally.Channels);
        Counts(output, "language", Tally.Languages);
        if (Tally.First.Count > 0)
        {
            output.Title($"The first {Say(Tally.First.Count)}");
        }

        foreach (var hit in Tally.First)
        {
            output.Line($"{hit.Post.PostedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}  {hit.Post.Channel.Value}/{hit.Post.Message}  {hit.Language}  {hit.Hit.Strength.ToString("0.00", CultureInfo.InvariantCulture)}");
            output.Quoted(hit.Post.Text, hit.Hit.Evidence);
        }
    }

    public void WriteJson() => RulesOutput.Json(json =>
    {
        json.WriteString("rule", Rule);
        json.WriteNumber("posts", Posts);
        json.WriteNumber("found", Tally.Count);
        json.WriteNumber("milliseconds", (long)Took.TotalMilliseconds);
        Counts(json, "days", Tally.Days);
        Counts(json, "channels", Tally.Channels);
        Counts(json, "languages", Tally.Languages);
        json.WriteStartArray("first");
        foreach (var hit in Tally.First)
        {
            json.WriteStartObject();
            json.WriteString("post", hit.Post.Id.Value);
            json.WriteString("channel", hit.Post.Channel.Value);
            json.WriteNumber("message", hit.Post.Message);
            json.WriteString("postedAt", hit.Post.PostedAt.UtcDateTime);
            json.WriteString("language", hit.Language);
            json.WriteNumber("strength", hit.Hit.Strength);
            json.WriteString("text", hit.Post.Text);
            RulesOutput.JsonEvidence(json, hit.Post.Text, hit.Hit.Evidence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private string Share => Posts == 0 ? "none" : (100.0 * Tally.Count / Posts).ToString("0.###", CultureInfo.InvariantCulture) + " %";

    private static void Counts(RulesOutput output, string of, IEnumerable<KeyValuePair<string, long>> counts)
    {
        var all = counts.ToList();
        output.Table([of, "posts"], all.Take(MostRows).Select(pair => (string[])[pair.Key, Say(pair.Value)]), 1);
        if (all.Count > MostRows)
        {
            output.Line($"and {Say(all.Count - MostRows)} more; --json has them all");
        }
    }

    private static void Counts(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, long>> counts)
    {
        json.WriteStartObject(name);
        foreach (var (key, count) in counts)
        {
            json.WriteNumber(key, count);
        }

        json.WriteEndObject();
    }

    private static string Say(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
