using System.Globalization;
using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Claims;

/// <summary>A number of a text that stands beside the same word as another number of the claim: 5,000 died, and the claim says 500.</summary>
/// <param name="Start">First UTF-16 unit of the number in the text.</param>
/// <param name="Written">The number as the text writes it.</param>
/// <param name="Claimed">The number as the claim writes it.</param>
public readonly record struct NumberClash(int Start, int Length, string Written, string Claimed)
{
    private const int MostNumbers = 64;

    /// <summary>The numbers and dates in which a text and a claim differ, in the order of the text.</summary>
    public static IReadOnlyList<NumberClash> Between(string text, string claim)
    {
        var claimed = Quantity.Read(claim, MostNumbers);
        if (claimed.Count == 0)
        {
            return [];
        }

        var written = Quantity.Read(text, MostNumbers);
        var clashes = new List<NumberClash>();
        foreach (var number in written)
        {
            // A claim that gives the same number for the word, or a text that gives the claim's too, does not clash.
            var same = claimed.Where(c => c.Shares(number)).ToList();
            if (same.Count > 0 && same.TrueForAll(c => c.Value != number.Value && !written.Any(w => w.Shares(c) && w.Value == c.Value)))
            {
                clashes.Add(new NumberClash(number.Start, number.Length, text.Substring(number.Start, number.Length), same[0].Written));
            }
        }

        return clashes;
    }
}

/// <summary>A number with the words that say of what: the next one, or the one before.</summary>
/// <param name="Value">With thousands and millions worked in.</param>
internal sealed record Quantity(decimal Value, ulong Before, ulong After, int Start, int Length, string Written)
{
    private static readonly Dictionary<string, decimal> Scales = new(StringComparer.Ordinal)
    {
        ["тыс"] = 1_000,
        ["тысяч"] = 1_000,
        ["тысяча"] = 1_000,
        ["тысячи"] = 1_000,
        ["мың"] = 1_000,
        ["мын"] = 1_000,
        ["thousand"] = 1_000,
        ["k"] = 1_000,
        ["млн"] = 1_000_000,
        ["миллион"] = 1_000_000,
        ["миллиона"] = 1_000_000,
        ["миллионов"] = 1_000_000,
        ["million"] = 1_000_000,
        ["m"] = 1_000_000,
        ["млрд"] = 1_000_000_000,
        ["миллиард"] = 1_000_000_000,
        ["миллиарда"] = 1_000_000_000,
        ["миллиардов"] = 1_000_000_000,
        ["billion"] = 1_000_000_000,
    };

    /// <summary>Both speak of the same: the same word after them, or the same before them.</summary>
    public bool Shares(Quantity other) =>
        (After != KeyMemory.Nothing && After == other.After) || (Before != KeyMemory.Nothing && Before == other.Before);

    public static List<Quantity> Read(string text, int most)
    {
        var folded = new FoldedText();
        folded.Fold(text);
        var memory = new KeyMemory();
        var found = new List<Quantity>();
        for (var i = 0; i < folded.Tokens.Length && found.Count < most; i++)
        {
            if (folded.Kinds[i] == TokenKind.Number && Whole(folded, ref i, out var first) is { } value)
            {
                found.Add(Of(folded, memory, first, i, value));
            }
        }

        return found;
    }

    /// <summary>Joins <c>5 000</c>, <c>5,000</c> and <c>2 млн</c>; <paramref name="at"/> is left at the last token of the number.</summary>
    private static decimal? Whole(FoldedText text, ref int at, out int first)
    {
        first = at;
        if (Digits(text, at) is not { } value)
        {
            return null;
        }

        while (at + 1 < text.Tokens.Length && text.Kinds[at + 1] == TokenKind.Number && Joined(text, at) && Digits(text, at + 1) is { } next)
        {
            at++;
            value = text.Tokens[at].Length == 3 ? (value * 1_000) + next : value + (next / Power(text.Tokens[at].Length));
        }

        if (at + 1 < text.Tokens.Length && Scales.TryGetValue(Word(text, at + 1).ToString(), out var scale))
        {
            at++;
            value *= scale;
        }

        return value;
    }

    /// <summary>A group of three after a blank, a comma or a point; or a fraction of one or two digits after a comma.</summary>
    private static bool Joined(FoldedText text, int at)
    {
        var end = text.Tokens[at].Start + text.Tokens[at].Length;
        var next = text.Tokens[at + 1];
        return next.Start == end + 1
            && ((next.Length == 3 && text.Tokens[at].Length <= 3 && text.Chars[end] is ' ' or ',' or '.' or '\'')
                || (next.Length <= 2 && text.Chars[end] == ','));
    }

    private static decimal Power(int digits)
    {
        var power = 1m;
        for (var i = 0; i < digits; i++)
        {
            power *= 10;
        }

        return power;
    }

    private static decimal? Digits(FoldedText text, int at) =>
        text.Tokens[at].Length <= 12 && long.TryParse(Word(text, at), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static ReadOnlySpan<char> Word(FoldedText text, int at) => text.Chars.Slice(text.Tokens[at].Start, text.Tokens[at].Length);

    private static Quantity Of(FoldedText text, KeyMemory memory, int first, int last, decimal value)
    {
        var begin = text.Tokens[first].Start;
        var (start, length) = text.ToOriginal(begin, text.Tokens[last].Start + text.Tokens[last].Length - begin);
        return new Quantity(
            value, Neighbour(text, memory, first, -1), Neighbour(text, memory, last, +1), start, length, text.Original.Substring(start, length));
    }

    /// <summary>The key of the next word on that side; stop words are stepped over, another number or a line's end stops.</summary>
    private static ulong Neighbour(FoldedText text, KeyMemory memory, int token, int step)
    {
        for (var i = token + step; i >= 0 && i < text.Tokens.Length && Math.Abs(i - token) <= 2 && text.Kinds[i] == TokenKind.Word; i += step)
        {
            var key = text.Tokens[i].Length < 2 ? KeyMemory.Nothing : memory.Of(text.Tokens[i].Hash, Word(text, i));
            if (!KeyMemory.IsStop(key))
            {
                return key;
            }
        }

        return KeyMemory.Nothing;
    }
}
