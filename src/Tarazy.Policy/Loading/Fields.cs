using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Tarazy.Policy.Loading;

/// <summary>Reads the fields of one mapping. What is missing, malformed or unknown becomes a fault with its place; a harmless value stands in.</summary>
/// <param name="joint">What joins the words of a choice: packs write <c>geo-restrict-post</c>, age rules and measures <c>in_force</c>.</param>
/// <param name="shape">When it is given, nothing is read: the readers run over an empty mapping and it writes down what they ask for.</param>
internal sealed class Fields(YamlMappingNode node, PackFile file, string path, char joint = '-', FieldShape? shape = null)
{
    public const int LongestText = 20_000;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public PackFile File => file;

    /// <summary>What joins the words of a choice here.</summary>
    public char Joint => joint;

    /// <summary>Set when nothing is read but the shape.</summary>
    public FieldShape? Shape => shape;

    /// <summary>Whether the field is left out, or says that its value is not known.</summary>
    public bool IsUnknown(string name) => Find(name) is null or YamlScalarNode { Value: null or "" or "null" or "unknown" };

    public string Path(string name) => path.Length == 0 ? name : $"{path}.{name}";

    public void Fault(string name, string says, string mend) => file.Fault(Find(name)?.Start ?? node.Start, Path(name), says, mend);

    public bool Has(string name)
    {
        shape?.Conditional(name);
        return Find(name) is not null || shape is not null;
    }

    public bool IsMap(string name) => Find(name) is YamlMappingNode || shape is not null;

    /// <summary>Whether a field is read here, which hangs on another.</summary>
    public bool Takes(string name, bool here)
    {
        shape?.Conditional(name);
        return here || shape is not null;
    }

    /// <summary>Refuses a field that is left out, where <c>unknown</c> is a value and silence is not.</summary>
    public void Named(string name, string mend)
    {
        shape?.Named(name);
        if (Find(name) is null)
        {
            Fault(name, "It is missing.", mend);
        }
    }

    public string Text(string name)
    {
        shape?.Owed(name, ValueShapes.Text);
        switch (Find(name))
        {
            case YamlScalarNode { Value: { } text } when text.Trim() is { Length: > 0 and <= LongestText } trimmed && !IsNull(text):
                return trimmed;
            case null:
                Fault(name, "It is missing.", $"Add {name}.");
                return "";
            default:
                Fault(name, "It is empty, too long or not a text.", $"Write a text of at most {LongestText.ToString(CultureInfo.InvariantCulture)} characters.");
                return "";
        }
    }

    public IReadOnlyList<string> Texts(string name)
    {
        shape?.Owed(name, () => ValueShapes.List(ValueShapes.Text()));
        if (Find(name) is YamlSequenceNode list && list.Children.All(c => c is YamlScalarNode { Value.Length: > 0 }))
        {
            return [.. list.Children.Cast<YamlScalarNode>().Select(c => c.Value!)];
        }

        Fault(name, Has(name) ? "It is not a list of words." : "It is missing.", $"Write {name}: [one, two].");
        return [];
    }

    public Fields? Map(string name)
    {
        if (Child(name, inner => inner) is { } probed)
        {
            return probed;
        }

        if (Find(name) is YamlMappingNode map)
        {
            return new(map, file, Path(name), joint);
        }

        Fault(name, Has(name) ? "It is not a mapping." : "It is missing.", $"Write {name}: with its fields under it.");
        return null;
    }

    public IReadOnlyList<Fields> Items(string name)
    {
        if (Child(name, ValueShapes.List) is { } probed)
        {
            return [probed];
        }

        if (Find(name) is YamlSequenceNode list && list.Children.All(c => c is YamlMappingNode))
        {
            return [.. list.Children.Select((c, i) => new Fields((YamlMappingNode)c, file, $"{Path(name)}[{i.ToString(CultureInfo.InvariantCulture)}]", joint))];
        }

        Fault(name, Has(name) ? "It is not a list of entries." : "It is missing.", $"Write {name}: with entries that begin with a hyphen.");
        return [];
    }

    /// <summary>Names of the fields, for mappings whose names are data.</summary>
    /// <param name="names">How such a name is written.</param>
    /// <param name="values">How what stands under it is written.</param>
    public IReadOnlyList<string> Names(Func<JsonObject> names, Func<JsonObject> values)
    {
        shape?.AnyName(names(), values());
        return Names();
    }

    public IReadOnlyList<string> Names() => [.. node.Children.Keys.OfType<YamlScalarNode>().Select(k => k.Value ?? "")];

    /// <summary>Refuses what nobody asked for: a misspelt field must not pass as one that was left out.</summary>
    public void Done()
    {
        foreach (var key in node.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !_asked.Contains(name))
            {
                file.Fault(key.Start, Path(key.ToString()), "There is no such field here.", $"Take it out, or use one of: {string.Join(", ", _asked.Order(StringComparer.Ordinal))}.");
            }
        }
    }

    // The shape of a mapping under this one, when shapes are asked for.
    private Fields? Child(string name, Func<JsonObject, JsonObject> around)
    {
        if (shape is null)
        {
            return null;
        }

        var child = new FieldShape();
        JsonObject Schema() => around(child.Schema(PackWords.Of));
        if (shape.Knows(name))
        {
            shape.Also(name, Schema);
        }
        else
        {
            shape.Owed(name, Schema);
        }

        return new(node, file, Path(name), joint, child);
    }

    private YamlNode? Find(string name)
    {
        _asked.Add(name);
        return node.Children.TryGetValue(new YamlScalarNode(name), out var value) ? value : null;
    }

    private static bool IsNull(string text) => text is "null" or "~";
}
