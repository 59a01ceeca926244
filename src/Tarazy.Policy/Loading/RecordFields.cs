using System.Globalization;
using Tarazy.Policy.Law;

namespace Tarazy.Policy.Loading;

/// <summary>Fields that age rules and state measures share.</summary>
internal static class RecordFields
{
    private const long LargestAmount = 1_000_000_000_000_000;

    public static PartialDate? Partial(Fields from, string name)
    {
        var text = from.OptionalText(name);
        if (text is null)
        {
            return null;
        }

        if (PartialDate.TryParse(text, out var date))
        {
            return date;
        }

        from.Fault(name, $"\"{text}\" is no day, month or year.", "Write \"2026\", \"2026-04\" or \"2026-04-15\", in quotes.");
        return null;
    }

    public static IReadOnlyList<string> OptionalTexts(Fields from, string name) => from.Has(name) ? from.Texts(name) : [];

    /// <summary>Sources: http addresses, so that a page can show them as links.</summary>
    public static IReadOnlyList<string> Addresses(Fields from, string name)
    {
        var addresses = from.Texts(name);
        foreach (var wrong in addresses.Where(a => !Uri.TryCreate(a, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")))
        {
            from.Fault(name, $"\"{wrong}\" is no address of a page.", "Write the whole address, with https://.");
        }

        return addresses;
    }

    public static long? Amount(Fields from, string name)
    {
        var text = from.OptionalText(name);
        if (text is null)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) && amount <= LargestAmount)
        {
            return amount;
        }

        from.Fault(name, $"\"{text}\" is no amount.", "Write a whole number without spaces.");
        return null;
    }

    public static decimal? Percent(Fields from, string name)
    {
        var text = from.OptionalText(name);
        if (text is null)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 100)
        {
            return share;
        }

        from.Fault(name, $"\"{text}\" is no percentage.", "Write a number from 0 to 100.");
        return null;
    }
}
