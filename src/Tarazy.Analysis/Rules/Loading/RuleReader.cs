using Tarazy.Analysis.Rules.Matching;
using Tarazy.Records.Findings;
using YamlDotNet.RepresentationModel;

namespace Tarazy.Analysis.Rules.Loading;

/// <summary>Reads one rule. Its frame, its words for the reviewer and its examples are each checked in a type of their own.</summary>
internal sealed class RuleReader(RuleLimits limits, RuleLists lists, Faults faults)
{
    private static readonly string[] Known =
        ["rule", "harm", "says", "not", "languages", "state", "origin", "needs", "required", "near", "frame", "find", "unless", "examples"];

    public WatchRule? Read(YamlMappingNode root)
    {
        var fields = new Fields(root, faults);
        fields.Only(Known);
        var name = Name(fields, "rule");
        var harm = Name(fields, "harm");
        fields.Text("origin", "Say who wrote the terms and the examples, and that the examples are invented.");
        var words = new WordsReader(fields);
        var languages = words.Languages();
        var frame = new FrameReader(fields, new TermReader(limits, lists, faults), languages).Read();
        var find = new FindReader(fields, limits, lists).Read(frame.Slots.Count > 0);
        var (suppress, weaken) = Unless(fields);
        var examples = new ExampleReader(fields, limits, languages).Read();
        var says = words.Said("says");
        var not = words.Said("not");
        var state = State(fields);
        CheckCount(fields, frame.Slots.Sum(slot => slot.Terms.Count) + suppress.Count + weaken.Count + (find?.TermCount ?? 0));
        if (!faults.None)
        {
            return null;
        }

        var rule = new WatchRule
        {
            Name = name!,
            Version = "",
            Harm = new HarmId(harm!),
            Says = says,
            Not = not,
            Languages = languages,
            State = state,
            Needs = frame.Needs,
            Near = frame.Near,
            Required = frame.Required,
            Examples = examples,
            File = faults.File,
            Frame = frame.Slots,
            Find = find,
            Suppress = suppress,
            Weaken = weaken,
        };
        return RuleVersion.Stamp(rule);
    }

    private static string? Name(Fields fields, string field)
    {
        var name = fields.Text(field, "Write a name in lower case with hyphens, e.g. mercenary-recruitment.");
        if (name is not null && (name.Length > 64 || name.Any(c => c is not (>= 'a' and <= 'z' or >= '0' and <= '9' or '-'))))
        {
            fields.Faults.Add(fields.Node(field, null)!, $"\"{name}\" is no name for a {field}.", "Use a-z, 0-9 and hyphens, 64 at most.");
        }

        return name;
    }

    private static RuleState State(Fields fields)
    {
        var state = fields.Text("state", "Write draft, shadow or live.");
        switch (state)
        {
            case "draft":
                return RuleState.Draft;
            case "shadow":
                return RuleState.Shadow;
            case "live":
                return RuleState.Live;
            case null:
                return RuleState.Draft;
            default:
                fields.Faults.Add(fields.Node("state", null)!, $"\"{state}\" is no state.", "Write draft, shadow or live.");
                return RuleState.Draft;
        }
    }

    private (IReadOnlyList<Term> Suppress, IReadOnlyList<Term> Weaken) Unless(Fields fields)
    {
        var node = fields.Node("unless", mendIfMissing: null);
        if (node is not YamlMappingNode map)
        {
            if (node is not null)
            {
                faults.Add(node, "\"unless\" does not say what a sign does.", "Write suppress: [...] or weaken: [...] below it.");
            }

            return ([], []);
        }

        var signs = new Fields(map, faults);
        signs.Only("suppress", "weaken");
        var terms = new TermReader(limits, lists, faults);
        return (Of("suppress"), Of("weaken"));

        IReadOnlyList<Term> Of(string effect) => terms.Terms(signs.ByLanguage(signs.Node(effect, null), plain: "any").Select(item => item.Item));
    }

    private void CheckCount(Fields fields, int terms)
    {
        if (terms > limits.Terms)
        {
            faults.Add(fields.Map, $"The rule has {terms} terms and {limits.Terms} are allowed.", "Split it by language.");
        }
    }
}
