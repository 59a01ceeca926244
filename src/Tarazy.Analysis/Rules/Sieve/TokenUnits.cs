using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Rules.Sieve;

/// <summary>
/// How the tokens of a post are kept in the archive, in units of 16 bits. A word of the vocabulary is its number: one unit
/// below <see cref="FirstPair"/>, else two. Every other token is two units cut from its hashes: 13 bits of how it begins and 16 of
/// the whole, enough to say that it is not the word asked for, never that it is.
/// </summary>
public static class TokenUnits
{
    /// <summary>Words numbered from here on take two units.</summary>
    public const int FirstPair = 0xC000;

    /// <summary>A first unit from here on begins a token that is not in the vocabulary.</summary>
    public const int FirstUnlisted = 0xE000;

    /// <summary>Most words that a vocabulary can number.</summary>
    public const int MostWords = FirstPair + ((FirstUnlisted - FirstPair) << 16);

    private const int BeginningBits = 13;
    private const int BeginningMask = (1 << BeginningBits) - 1;

    /// <summary>Writes a word of the vocabulary and returns how many units it took.</summary>
    public static int Write(int word, Span<ushort> to)
    {
        if (word < FirstPair)
        {
            to[0] = (ushort)word;
            return 1;
        }

        var rest = word - FirstPair;

        // The part that tells words apart comes first, because a sieve asks for first units.
        to[0] = (ushort)(FirstPair + (rest & BeginningMask));
        to[1] = (ushort)(rest >> BeginningBits);
        return 2;
    }

    /// <summary>Writes a token that is not in the vocabulary: two units.</summary>
    /// <param name="beginning">Hash of its first three letters; its own when it has none.</param>
    public static int WriteUnlisted(ulong hash, ulong beginning, Span<ushort> to)
    {
        to[0] = Beginning(beginning);
        to[1] = Whole(hash);
        return 2;
    }

    /// <summary>The first unit of an unlisted token that begins so.</summary>
    public static ushort Beginning(ulong hash) => (ushort)(FirstUnlisted | (int)(hash >> 40 & BeginningMask));

    /// <summary>The second unit of an unlisted token.</summary>
    public static ushort Whole(ulong hash) => (ushort)(hash >> 20 & 0xFFFF);

    /// <summary>Reads the token at a place and moves behind it: the number of a word, or the complement of the two units of another.</summary>
    public static int Read(ReadOnlySpan<ushort> units, ref int at)
    {
        int first = units[at++];
        if (first < FirstPair)
        {
            return first;
        }

        var second = units[at++];
        return first < FirstUnlisted
            ? FirstPair + (first - FirstPair | second << BeginningBits)
            : ~((first - FirstUnlisted) << 16 | second);
    }

    /// <summary>The units of an unlisted word as they would be kept.</summary>
    internal static int Unlisted(string word)
    {
        var hash = TokenHash.Of(word);
        var beginning = word.Length >= TokenHash.ShortestPrefix && word.All(c => char.IsLetterOrDigit(c) || c == '\'') ? TokenHash.OfPrefix(word.AsSpan(0, TokenHash.ShortestPrefix)) : hash;
        return ~((Beginning(beginning) - FirstUnlisted) << 16 | Whole(hash));
    }
}

/// <summary>The words that an archive has numbered, as they were folded.</summary>
public interface ITokenWords
{
    int Count { get; }

    ReadOnlySpan<char> Word(int number);
}
