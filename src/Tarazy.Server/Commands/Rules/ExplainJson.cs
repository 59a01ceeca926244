using System.Text.Json;
using Tarazy.Analysis.Rules;
using Tarazy.Analysis.Rules.Explaining;

namespace Tarazy.Server.Commands.Rules;

/// <summary>An explanation for programs.</summary>
internal static class ExplainJson
{
    public static void Write(string rule, string post, PostPlace place, RuleExplanation explained) => RulesOutput.Json(json =>
    {
        json.WriteString("rule", rule);
        json.WriteString("language", place.Language);
        json.WriteBoolean("found", explained.Hit is not null);
        if (explained.Hit is { } hit)
        {
            json.WriteNumber("strength", hit.Strength);
            RulesOutput.JsonEvidence(json, post, hit.Evidence);
        }

        json.WriteStartArray("parts");
        foreach (var part in explained.Parts)
        {
            json.WriteStartObject();
            json.WriteString("part", part.Name);
            Places(json, "found", post, part.Found);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("conditions");
        foreach (var condition in explained.Conditions)
        {
            json.WriteStartObject();
            json.WriteString("says", condition.Says);
            json.WriteString("holds", condition.Holds switch { true => "yes", false => "no", null => "unknown" });
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Places(json, "suppressed", post, explained.Suppressed);
        Places(json, "weakened", post, explained.Weakened);
    });

    private static void Places(Utf8JsonWriter json, string name, string post, IReadOnlyList<ExplainedPlace> places)
    {
        json.WriteStartArray(name);
        foreach (var place in places)
        {
            json.WriteStartObject();
            json.WriteString("term", place.Term);
            json.WriteNumber("start", place.Evidence.Start);
            json.WriteNumber("length", place.Evidence.Length);
            json.WriteString("words", post.AsSpan(place.Evidence.Start, place.Evidence.Length));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
