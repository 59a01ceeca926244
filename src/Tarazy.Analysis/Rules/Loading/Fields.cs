using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Tarazy.Analysis.Rules.Loading;

/// <summary>Reads the fields of one mapping and names what is missing, misspelt or of the wrong kind.</summary>
internal sealed class Fields(YamlMappingNode map, Faults faults)
{
    public YamlMappingNode Map { get; } = map;

    public Faults Faults { get; } = faults;

    /// <summary>Refuses fields that nobody would read: a misspelt "unless" must not pass in silence.</summary>
    public void Only(params string[] known)
    {
        foreach (var key in Map.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !known.Contains(name))
            {
                Faults.Add(key, $"\"{key}\" is no field here.", $"Known fields: {string.Join(", ", known)}.");
            }
        }
    }

    public YamlNode? Node(string name, string? mendIfMissing)
    {
        if (Map.Children.TryGetValue(new YamlScalarNode(name), out var node))
        {
            return node;
        }

        if (mendIfMissing is not null)
        {
            Faults.Add(Map, $"\"{name}\" is missing.", mendIfMissing);
        }

        return null;
    }

    public string? Text(string name, string? mendIfMissing)
    {
        var node = Node(name, mendIfMissing);
        if (node is YamlScalarNode { Value: { } value } && value.Trim().Length > 0)
        {
            return value.Trim();
        }

        if (node is not null)
        {
            Faults.Add(node, $"\"{name}\" is not a line of text.", mendIfMissing ?? "Write one line of text.");
        }

        return null;
    }

    public int Number(string name, int otherwise, int least, int most)
    {
        var node = Node(name, mendIfMissing: null);
        if (node is null)
        {
            return otherwise;
        }

        if (node is YamlScalarNode { Value: { } value } && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return number;
        }

        Faults.Add(node, $"\"{name}\" is \"{node}\".", $"Write a whole number from {least} to {most}.");
        return otherwise;
    }

    /// <summary>A scalar or a list of scalars, each with its place.</summary>
    public IReadOnlyList<YamlScalarNode> Items(YamlNode? node)
    {
        switch (node)
        {
            case null:
                return [];
            case YamlScalarNode one:
                return [one];
            case YamlSequenceNode many:
                foreach (var other in many.Where(item => item is not YamlScalarNode))
                {
                    Faults.Add(other, "This is not a piece of text.", "Put every piece on its own, in quotes if it holds , : # [ or ].");
                }

                return [.. many.OfType<YamlScalarNode>()];
            default:
                Faults.Add(node, "A list is expected here.", "Write [one, two] or one \"- item\" a line.");
                return [];
        }
    }

    /// <summary>A mapping from language to a scalar or a list, or the same without languages under <paramref name="plain"/>.</summary>
    public IEnumerable<(string Language, YamlScalarNode Item)> ByLanguage(YamlNode? node, string? plain)
    {
        if (node is not YamlMappingNode languages)
        {
            if (plain is null && node is not null)
            {
                Faults.Add(node, "The language is not said.", "Write it as a mapping, e.g. ru: [...].");
                return [];
            }

            return Items(node).Select(item => (plain ?? "", item));
        }

        return languages.Children.SelectMany(pair => Language(pair.Key) is { } language ? Items(pair.Value).Select(item => (language, item)) : []);
    }

    /// <summary>A key may be any node in YAML; here only a word makes sense.</summary>
    private string? Language(YamlNode key)
    {
        if (key is YamlScalarNode { Value: { } language })
        {
            return language;
        }

        Faults.Add(key, "A language is expected before the colon, not a list or a mapping.", "Write it as a mapping, e.g. ru: [...].");
        return null;
    }
}
