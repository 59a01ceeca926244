using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Tarazy.Policy.Loading;
using Tarazy.Records.Canonical;
using Tarazy.Records.Cases;

namespace Tarazy.Policy.Law;

/// <summary>
/// What a decision keeps of the clause it rests on. The digest covers what the line says: reference, harms, measures. It leaves out the
/// days, because a line is ended later without becoming another and a first day may be found out, and how well the line is known.
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
            ["harms"] = new JsonArray([.. clause.Harms.Select(h => h.Value).Order(StringComparer.Ordinal).Select(h => JsonValue.Create(h))]),
            ["measures"] = new JsonArray([.. clause.Measures.Order().Select(m => JsonValue.Create(Words.Of(m)))]),
        };
        return Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.Bytes(binds)));
    }

    /// <summary>Whether the pack still says of that clause and that day what it said when it was decided.</summary>
    public static bool Stands(RuleAsItStood kept, Clause? now) => now is not null && Digest(now) == kept.Digest && now.InForce.On(kept.On);
}
