using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Tarazy.Analysis.Rules.Find;
using Tarazy.Analysis.Rules.Matching;
using Tarazy.Records.Canonical;

namespace Tarazy.Analysis.Rules.Loading;

/// <summary>
/// The version of a rule: the hash of everything that decides what it finds and what it says, lists written out. Moving a
/// rule from shadow to live, reordering its terms or adding an example leaves it the same rule.
/// </summary>
internal static class RuleVersion
{
    private const int Bytes = 10;

    public static WatchRule Stamp(WatchRule rule) => rule with { Version = Of(rule) };

    private static string Of(WatchRule rule)
    {
        var canonical = new JsonObject
        {
            ["rule"] = rule.Name,
            ["harm"] = rule.Harm.Value,
            ["says"] = new JsonObject(rule.Says.Select(said => KeyValuePair.Create(said.Key, (JsonNode?)said.Value))),
            ["not"] = new JsonObject(rule.Not.Select(said => KeyValuePair.Create(said.Key, (JsonNode?)said.Value))),
            ["languages"] = Sorted(rule.Languages),
            ["needs"] = rule.Needs,
            ["near"] = rule.Near,
            ["required"] = Sorted(rule.Required),
            ["frame"] = new JsonArray([.. rule.Frame.Select(Slot)]),
            ["suppress"] = Sorted(rule.Suppress.Select(term => term.Key)),
            ["weaken"] = Sorted(rule.Weaken.Select(term => term.Key)),
        };
        if (rule.Find is { } find)
        {
            // Only where there is one: the version of a rule with a frame alone stays what it was.
            canonical["find"] = find.ToString();
            canonical["find_terms"] = new JsonArray([.. find.Leaves.OfType<FindNode.Words>().Select(leaf => (JsonNode)Sorted(leaf.Terms.Select(term => term.Key)))]);
            canonical["find_channels"] = Sorted(find.Channels());
        }

        return Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.Bytes(canonical)).AsSpan(0, Bytes));
    }

    private static JsonObject Slot(FrameSlot slot) => new()
    {
        ["name"] = slot.Name,
        ["terms"] = Sorted(slot.Terms.Select(term => term.Key)),
        ["signals"] = Sorted(slot.Signals.Select(signal => signal.Name)),
    };

    private static JsonArray Sorted(IEnumerable<string> values) =>
        new([.. values.Order(StringComparer.Ordinal).Select(value => (JsonNode?)value)]);
}
