using YamlDotNet.RepresentationModel;

namespace Tarazy.Analysis.Rules.Loading;

/// <summary>Reads the posts that a rule must find and must leave alone.</summary>
internal sealed class ExampleReader(Fields fields, RuleLimits limits, IReadOnlyList<string> languages)
{
    private const int Longest = 8_000;

    public IReadOnlyList<RuleExample> Read()
    {
        var node = fields.Node("examples", "Write posts that must match and posts that must not.");
        if (node is not YamlMappingNode map)
        {
            if (node is not null)
            {
                fields.Faults.Add(node, "The examples are not told apart.", "Write match: and no_match: below it.");
            }

            return [];
        }

        var kinds = new Fields(map, fields.Faults);
        kinds.Only("match", "no_match");
        RuleExample[] examples = [.. Of(kinds, "match", matches: true), .. Of(kinds, "no_match", matches: false)];
        if (examples.Length > limits.Examples)
        {
            fields.Faults.Add(node, $"The rule has {examples.Length} examples and {limits.Examples} are allowed.", "Keep those that teach something.");
        }

        return examples;
    }

    private List<RuleExample> Of(Fields kinds, string kind, bool matches)
    {
        var examples = new List<RuleExample>();
        var node = kinds.Node(kind, matches ? "Write a post that must be found." : "Write a post that looks alike and is harmless.");
        foreach (var (language, item) in kinds.ByLanguage(node, plain: null))
        {
            if (!languages.Contains(language))
            {
                kinds.Faults.Add(item, $"\"{language}\" is not among the rule's languages.", "Add it to \"languages\".");
            }
            else if (string.IsNullOrWhiteSpace(item.Value) || item.Value.Length > Longest)
            {
                kinds.Faults.Add(item, "The example is empty or too long.", $"Write a post of 1 to {Longest} characters.");
            }
            else
            {
                examples.Add(new RuleExample(language, item.Value, matches, checked((int)item.Start.Line)));
            }
        }

        if (node is not null && examples.Count == 0 && kinds.Faults.None)
        {
            kinds.Faults.Add(node, $"There is no example under \"{kind}\".", "Write one at least.");
        }

        return examples;
    }
}
