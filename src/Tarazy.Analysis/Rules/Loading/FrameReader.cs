using Tarazy.Analysis.Rules.Matching;
using YamlDotNet.RepresentationModel;

namespace Tarazy.Analysis.Rules.Loading;

/// <summary>Reads the frame of a rule and refuses one that would flag a topic instead of an intent.</summary>
internal sealed class FrameReader(Fields fields, TermReader terms, IReadOnlyList<string> languages)
{
    private const int FewestNeeded = 3;
    private const int MostSlots = 16;
    private const int MostNear = 2_000;
    private const int UsualNear = 60;

    public (IReadOnlyList<FrameSlot> Slots, int Needs, int Near, IReadOnlyList<string> Required) Read()
    {
        var find = fields.Node("find", mendIfMissing: null);
        var node = fields.Node("frame", find is null ? "Write three slots or more: who offers, what, for how much, how to answer. Or write an expression under \"find\"." : null);
        if (node is null && find is not null)
        {
            RefuseWithout("needs", "required", "near");
            return ([], 0, 0, []);
        }

        var slots = Slots(node);
        var near = fields.Number("near", UsualNear, least: 5, most: MostNear);
        var needs = fields.Number("needs", FewestNeeded, least: FewestNeeded, most: MostSlots);
        var required = Required(slots);
        if (node is not null && slots.Count is > 0 and < FewestNeeded)
        {
            fields.Faults.Add(node, $"The frame has {slots.Count} slots.", "Three at least: a topic is not a harm, an intent has several parts.");
        }
        else if (node is not null && slots.Count > 0 && needs > slots.Count)
        {
            fields.Faults.Add(node, $"The rule needs {needs} slots and its frame has {slots.Count}.", "Lower \"needs\" or add slots.");
        }

        if (node is not null && slots.Count >= FewestNeeded && slots.Count(slot => slot.Terms.Count > 0) < 2)
        {
            fields.Faults.Add(node, "Fewer than two slots hold words.", "Signals alone are found in any advertisement: add words.");
        }

        CheckTwice(slots, node);
        return (slots, needs, near, required);
    }

    private void RefuseWithout(params string[] settings)
    {
        foreach (var setting in settings)
        {
            if (fields.Node(setting, mendIfMissing: null) is { } node)
            {
                fields.Faults.Add(node, $"\"{setting}\" belongs to a frame and the rule has none.", "Say it in the expression: AND, OR, NEAR/n.");
            }
        }
    }

    private List<FrameSlot> Slots(YamlNode? node)
    {
        var slots = new List<FrameSlot>();
        if (node is not YamlMappingNode map)
        {
            if (node is not null)
            {
                fields.Faults.Add(node, "The frame has no named slots.", "Write a name and its terms for each slot.");
            }

            return slots;
        }

        foreach (var (key, value) in map.Children)
        {
            CheckLanguages(value);
            var slot = terms.Slot(key.ToString(), fields.ByLanguage(value, plain: "any").Select(item => item.Item));
            slots.Add(slot);
            if (slot is { Terms.Count: 0, Signals.Length: 0 } && fields.Faults.None)
            {
                fields.Faults.Add(key, $"The slot \"{slot.Name}\" is empty.", "Write its terms, or remove it.");
            }
        }

        if (slots.Count > MostSlots)
        {
            fields.Faults.Add(node, $"The frame has {slots.Count} slots and {MostSlots} are allowed.", "Split the rule.");
        }

        return slots;
    }

    private void CheckLanguages(YamlNode value)
    {
        foreach (var key in value is YamlMappingNode map ? map.Children.Keys : [])
        {
            if (key.ToString() is var language && language != "any" && !languages.Contains(language))
            {
                fields.Faults.Add(key, $"\"{language}\" is not among the rule's languages.", "Add it to \"languages\", or write any:.");
            }
        }
    }

    private List<string> Required(List<FrameSlot> slots)
    {
        var required = new List<string>();
        foreach (var item in fields.Items(fields.Node("required", mendIfMissing: null)))
        {
            var either = (item.Value ?? "").Split('|', StringSplitOptions.TrimEntries);
            required.Add(string.Join(" | ", either));
            foreach (var unknown in either.Where(name => !slots.Exists(slot => slot.Name == name)))
            {
                fields.Faults.Add(item, $"\"{unknown}\" is no slot of the frame.", $"Slots: {string.Join(", ", slots.Select(slot => slot.Name))}.");
            }
        }

        return required;
    }

    // The same words in two slots would let one thought count as two.
    private void CheckTwice(List<FrameSlot> slots, YamlNode? node)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var slot in slots)
        {
            foreach (var term in slot.Terms)
            {
                if (!seen.TryAdd(term.Key, slot.Name) && seen[term.Key] != slot.Name)
                {
                    fields.Faults.Add(node!, $"\"{term.Written}\" stands in the slots \"{seen[term.Key]}\" and \"{slot.Name}\".", "Keep it in one of them.");
                }
            }
        }
    }
}
