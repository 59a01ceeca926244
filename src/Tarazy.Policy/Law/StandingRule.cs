using System.Text.Json.Nodes;
using System.Security.Cryptography;
using Tarazy.Policy.Loading;
using Tarazy.Records.Canonical;
using Tarazy.Records.Cases;

namespace Tarazy.Policy.Law;

/// <summary>
/// What a decision keeps of the clause it rests on. The digest covers what binds: reference, first day, harms, measures. It leaves out
/// the last day, because a line is ended later without becoming another, and how well the line is known, because that may grow.
/// </summary>
public static class StandingRule
{
    /// <summary>Null when the pack or the clause is not there.</summary>
    public static RuleAsItStood? Of(Packs law, ClauseRef? clause, DateOnly on) =>
        clause is { } wanted && law.Find(wanted.Jurisdiction) is { } pack && pack.FindClause(wanted.Clause) is { } found
            ? new RuleAsItStood(pack.Version, on, found.Text, Digest(found))
            : null;

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static string Digest(Clause clause)
    {
        var binds = new JsonObject
        {
            ["clause"] = clause.Ref.ToString(),
            ["text"] = clause.Text,
            ["from"] = Day(clause.InForce.From ?? clause.InForce.Seen),
            ["harms"] = new JsonArray([.. clause.Harms.Select(h => h.Value).Order(StringComparer.Ordinal).Select(h => JsonValue.Create(h))]),
            ["measures"] = new JsonArray([.. clause.Measures.Order().Select(m => JsonValue.Create(Words.Of(m)))]),
        };
        return Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.Bytes(binds)));
    }

    private static string? Day(DateOnly? day) => day?.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
