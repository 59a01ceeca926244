using Tarazy.Server.Commands.Rules;

namespace Tarazy.Server.Commands.Policies;

/// <summary>What a check found, for programs.</summary>
internal static class CheckJson
{
    public static void Write(PolicyCheck found) => RulesOutput.Json(json =>
    {
        json.WriteBoolean("sound", found.Faults.Count == 0);
        json.WriteStartArray("faults");
        foreach (var fault in found.Faults)
        {
            RulesOutput.JsonFault(json, fault.File, (fault.Line, fault.Column), fault.Field, fault.Says, fault.Mend);
        }

        json.WriteEndArray();
        json.WriteStartArray("remarks");
        foreach (var remark in found.Remarks)
        {
            json.WriteStringValue(remark);
        }

        json.WriteEndArray();
        json.WriteStartArray("packs");
        foreach (var pack in found.Packs.All)
        {
            json.WriteStartObject();
            json.WriteString("pack", pack.Jurisdiction);
            json.WriteString("version", pack.Version);
            json.WriteNumber("clauses", pack.Clauses.Count);
            json.WriteNumber("tests", pack.Tests.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("age_rules", found.AgeRules);
        json.WriteNumber("state_measures", found.Measures);
    });
}
