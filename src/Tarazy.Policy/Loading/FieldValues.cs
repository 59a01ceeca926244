using System.Globalization;
using Tarazy.Policy.Law;

namespace Tarazy.Policy.Loading;

/// <summary>What a field says, as a value: a word of a list, a number, a day. What is none becomes a fault, and a harmless value stands in.</summary>
internal static class FieldValues
{
    public static string? OptionalText(this Fields from, string name)
    {
        from.Shape?.May(name, ValueShapes.OptionalText);
        return from.IsUnknown(name) ? null : from.Text(name);
    }

    /// <summary>Lower-case words with hyphens, as ids are written.</summary>
    public static string Id(this Fields from, string name)
    {
        from.Shape?.Owed(name, ValueShapes.Id);
        var text = from.Text(name);
        if (text.Length > 0 && (text.Length > 60 || text[0] == '-' || text.Any(c => c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))))
        {
            from.Fault(name, $"\"{text}\" is not an id.", "Use lower-case Latin letters, digits and hyphens, at most 60.");
        }

        return text;
    }

    public static int Number(this Fields from, string name, int least, int most)
    {
        from.Shape?.Owed(name, () => ValueShapes.Number(least, most));
        var text = from.Text(name);
        if (text.Length > 0 && (!int.TryParse(text, CultureInfo.InvariantCulture, out var number) || number < least || number > most))
        {
            from.Fault(name, $"\"{text}\" is not a whole number from {F(least)} to {F(most)}.", "Write one.");
            return least;
        }

        return text.Length == 0 ? least : int.Parse(text, CultureInfo.InvariantCulture);
    }

    public static bool Flag(this Fields from, string name)
    {
        from.Shape?.May(name, ValueShapes.Flag);
        switch (from.OptionalText(name))
        {
            case null or "false":
                return false;
            case "true":
                return true;
            case var other:
                from.Fault(name, $"\"{other}\" is neither true nor false.", "Write true or false.");
                return false;
        }
    }

    /// <summary>A day, or null where the pack says <c>unknown</c>, <c>null</c> or nothing.</summary>
    public static DateOnly? Day(this Fields from, string name)
    {
        from.Shape?.May(name, ValueShapes.Day);
        var text = from.OptionalText(name);
        return text is null ? null : DayOf(text, says => from.Fault(name, says, "Write yyyy-MM-dd."));
    }

    public static T Choice<T>(this Fields from, string name)
        where T : struct, Enum
    {
        from.Shape?.Owed(name, () => ValueShapes.Word<T>(from.Joint));
        return from.Text(name) is { Length: > 0 } word ? from.Word<T>(word, (says, mend) => from.Fault(name, says, mend)) : default;
    }

    public static IReadOnlyList<T> Choices<T>(this Fields from, string name)
        where T : struct, Enum
    {
        from.Shape?.Owed(name, () => ValueShapes.List(ValueShapes.Word<T>(from.Joint)));
        return [.. from.Texts(name).Select(word => from.Word<T>(word, (says, mend) => from.Fault(name, says, mend)))];
    }

    public static LocalText Local(this Fields from, string name)
    {
        from.Shape?.Owed(name, ValueShapes.Local);
        if (from.Shape is not null)
        {
            return new("", "", "");
        }

        if (from.Map(name) is not { } words)
        {
            return new("", "", "");
        }

        var text = new LocalText(words.Text("kk"), words.Text("ru"), words.Text("en"));
        words.Done();
        return text;
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

    private static T Word<T>(this Fields from, string word, Action<string, string> fault)
        where T : struct, Enum
    {
        if (Words.TryOf<T>(word, from.Joint, out var value))
        {
            return value;
        }

        fault($"\"{word}\" is not known here.", Words.Mend<T>(from.Joint));
        return default;
    }

    private static string F(int number) => number.ToString(CultureInfo.InvariantCulture);
}
