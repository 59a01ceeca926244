using System.Globalization;
using System.Text.Json.Nodes;
using Tarazy.Policy.Law;
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

    public string? OptionalText(string name)
    {
        shape?.May(name, ValueShapes.OptionalText);
        return Find(name) is null or YamlScalarNode { Value: null or "" or "null" or "unknown" } ? null : Text(name);
    }

    /// <summary>Lower-case words with hyphens, as ids are written.</summary>
    public string Id(string name)
    {
        shape?.Owed(name, ValueShapes.Id);
        var text = Text(name);
        if (text.Length > 0 && (text.Length > 60 || text[0] == '-' || text.Any(c => c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))))
        {
            Fault(name, $"\"{text}\" is not an id.", "Use lower-case Latin letters, digits and hyphens, at most 60.");
        }

        return text;
    }

    public int Number(string name, int least, int most)
    {
        shape?.Owed(name, () => ValueShapes.Number(least, most));
        var text = Text(name);
        if (text.Length > 0 && (!int.TryParse(text, CultureInfo.InvariantCulture, out var number) || number < least || number > most))
        {
            Fault(name, $"\"{text}\" is not a whole number from {F(least)} to {F(most)}.", "Write one.");
            return least;
        }

        return text.Length == 0 ? least : int.Parse(text, CultureInfo.InvariantCulture);
    }

    public bool Flag(string name)
    {
        shape?.May(name, ValueShapes.Flag);
        switch (OptionalText(name))
        {
            case null or "false":
                return false;
            case "true":
                return true;
            case var other:
                Fault(name, $"\"{other}\" is neither true nor false.", "Write true or false.");
                return false;
        }
    }

    /// <summary>A day, or null where the pack says <c>unknown</c>, <c>null</c> or nothing.</summary>
    public DateOnly? Day(string name)
    {
        shape?.May(name, ValueShapes.Day);
        var text = OptionalText(name);
        return text is null ? null : DayOf(text, says => Fault(name, says, "Write yyyy-MM-dd."));
    }

    public T Choice<T>(string name)
        where T : struct, Enum
    {
        shape?.Owed(name, () => ValueShapes.Word<T>(joint));
        return Text(name) is { Length: > 0 } word ? Word<T>(word, (says, mend) => Fault(name, says, mend)) : default;
    }

    public IReadOnlyList<T> Choices<T>(string name)
        where T : struct, Enum
    {
        shape?.Owed(name, () => ValueShapes.List(ValueShapes.Word<T>(joint)));
        return [.. Texts(name).Select(word => Word<T>(word, (says, mend) => Fault(name, says, mend)))];
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

    public LocalText Local(string name)
    {
        shape?.Owed(name, ValueShapes.Local);
        if (shape is not null)
        {
            return new("", "", "");
        }

        if (Map(name) is not { } words)
        {
            return new("", "", "");
        }

        var text = new LocalText(words.Text("kk"), words.Text("ru"), words.Text("en"));
        words.Done();
        return text;
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
            return [.. list.Children.Select((c, i) => new Fields((YamlMappingNode)c, file, $"{Path(name)}[{F(i)}]", joint))];
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

    public static DateOnly? DayOf(string text, Action<string> fault)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        fault($"\"{text}\" is not a day.");
        return null;
    }

    private T Word<T>(string word, Action<string, string> fault)
        where T : struct, Enum
    {
        if (Words.TryOf<T>(word, joint, out var value))
        {
            return value;
        }

        fault($"\"{word}\" is not known here.", Words.Mend<T>(joint));
        return default;
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

    private static string F(int number) => number.ToString(CultureInfo.InvariantCulture);
}
