using Tarazy.Analysis.Rules.Matching;
using YamlDotNet.RepresentationModel;

namespace Tarazy.Analysis.Rules.Loading;

/// <summary>Reads a named list that several rules use: terms, such as the signs of a court report, or channels.</summary>
internal static class ListReader
{
    public static RuleList? Read(YamlMappingNode root, RuleLimits limits, Faults faults)
    {
        var fields = new Fields(root, faults);
        fields.Only("list", "origin", "terms", "channels");
        var name = fields.Text("list", "Name the list as its file is named.");
        fields.Text("origin", "Say who wrote it and under which licence.");
        var channels = fields.Node("channels", mendIfMissing: null);
        var terms = fields.Node("terms", channels is null ? "Write the terms, by language." : null);
        if (channels is not null && terms is not null)
        {
            faults.Add(channels, "A list holds words or channels, not both.", "Put the channels into a file of their own.");
        }

        var list = new RuleList(name ?? "", Terms(terms, fields, limits), Channels(channels, fields, limits));
        if (faults.None && (terms ?? channels) is { } node && list is { Terms.Count: 0, Channels.Count: 0 })
        {
            faults.Add(node, "The list is empty.", "Write what it holds, or remove the file.");
        }

        return faults.None ? list : null;
    }

    private static IReadOnlyList<Term> Terms(YamlNode? node, Fields fields, RuleLimits limits) =>
        new TermReader(limits, RuleLists.None, fields.Faults).Terms(fields.ByLanguage(node, plain: "any").Select(item => item.Item));

    private static HashSet<string> Channels(YamlNode? node, Fields fields, RuleLimits limits)
    {
        var channels = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in fields.Items(node))
        {
            var written = item.Value ?? "";
            var id = written.StartsWith('@') ? "telegram:" + written : written;
            var colon = id.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || colon == id.Length - 1 || id.Any(char.IsWhiteSpace))
            {
                fields.Faults.Add(item, $"\"{written}\" is no channel.", "Write telegram:1591537674 or \"@steppe_news\".");
            }

            channels.Add(id);
        }

        if (channels.Count > limits.Channels)
        {
            fields.Faults.Add(node!, $"The set has {channels.Count} channels and {limits.Channels} are allowed.", "Split it.");
        }

        return channels;
    }
}

/// <summary>Words that several rules share, or channels that they name together.</summary>
internal sealed record RuleList(string Name, IReadOnlyList<Term> Terms, IReadOnlySet<string> Channels);
