using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Similarity.Retellings;

/// <summary>
/// What a post tells of, as far as it can be compared in other words: the stems of its words, which of them are names, stand in
/// its title or its lead, and its numbers. At most <see cref="MostFacts"/> of them, 12 bytes each.
/// </summary>
public sealed class StoryFacts
{
    /// <summary>A post tells its news first; what comes after this many different words is left out.</summary>
    public const int MostFacts = 160;

    internal const int ShortestWord = 2;
    private const int StemLetters = 5;
    private const int ShortestName = 3;

    /// <summary>Folded units of a text that are its lead.</summary>
    private const int LeadUnits = 300;

    /// <summary>Folded units that stand for the title of a text that has none.</summary>
    private const int TitleUnits = 80;

    private readonly Fact[] _facts;

    private StoryFacts(Fact[] facts)
    {
        _facts = facts;
        Sums = new Side(facts);
    }

    internal Side Sums { get; }

    /// <summary>Ascending by stem.</summary>
    internal ReadOnlySpan<Fact> Facts => _facts;

    /// <summary>Names are words with a capital letter inside a sentence; at its beginning every word has one.</summary>
    /// <param name="text">Title and text, if there is a title, with a line break between them.</param>
    /// <param name="title">Length of the title in UTF-16 units; 0 when the first words must stand for it.</param>
    public static StoryFacts Of(FoldedText text, WordRarity rarity, int title = 0)
    {
        var facts = new Dictionary<uint, Fact>();
        var titleEnd = title > 0 ? title : TitleUnits;
        var end = 0;
        var chars = text.Chars;
        for (var i = 0; i < text.Tokens.Length && facts.Count < MostFacts; i++)
        {
            var token = text.Tokens[i];
            var begins = i == 0 || chars[end..token.Start].IndexOfAny(".!?\n") >= 0;
            end = token.Start + token.Length;
            if (text.Kinds[i] is TokenKind.Link or TokenKind.Handle || (text.Kinds[i] == TokenKind.Word && token.Length < ShortestWord))
            {
                continue;
            }

            var place = token.Start < LeadUnits ? FactKind.Lead : FactKind.None;
            var kind = text.Kinds[i] == TokenKind.Number ? FactKind.Number
                : place | (token.Start < titleEnd ? FactKind.Title : FactKind.None) | (!begins && IsName(text, i) ? FactKind.Name : FactKind.None);
            var stem = StemOf(text, i);
            facts[stem] = facts.TryGetValue(stem, out var known)
                ? known with { Kind = known.Kind | kind, Count = (ushort)Math.Min(known.Count + 1, ushort.MaxValue), LeadName = known.LeadName || LeadName(kind) }
                : new Fact(stem, (ushort)i, 1, kind, rarity.Of(stem), LeadName(kind));
        }

        var sorted = facts.Values.ToArray();
        Array.Sort(sorted, static (a, b) => a.Stem.CompareTo(b.Stem));
        return new StoryFacts(sorted);
    }

    internal Fact? Find(uint stem)
    {
        foreach (ref readonly var fact in Facts)
        {
            if (fact.Stem == stem)
            {
                return fact;
            }
        }

        return null;
    }

    /// <summary>The first letters of a word, hashed; of a number all of it, so that no number is like another.</summary>
    internal static uint StemOf(FoldedText text, int token)
    {
        var (hash, length) = (text.Tokens[token].Hash, text.Tokens[token].Length);
        if (text.Kinds[token] == TokenKind.Word && length > StemLetters)
        {
            var first = text.PrefixStarts[token];
            hash = text.PrefixStarts[token + 1] - first > StemLetters - TokenHash.ShortestPrefix
                ? text.Prefixes[first + StemLetters - TokenHash.ShortestPrefix]
                : hash;
        }

        return unchecked((uint)((hash * 0xD6E8_FEB8_6659_FD93UL) >> 32));
    }

    private static bool LeadName(FactKind kind) => (kind & (FactKind.Lead | FactKind.Name)) == (FactKind.Lead | FactKind.Name);

    private static bool IsName(FoldedText text, int token) =>
        text.Tokens[token].Length >= ShortestName && text.OriginalOf(token) is [var first, ..] && char.IsUpper(first);
}

/// <summary>Where and how a stem stands in a text.</summary>
[Flags]
internal enum FactKind : byte
{
    None = 0,
    Lead = 1,
    Title = 2,
    Name = 4,
    Number = 8,
}

/// <param name="Token">Place of its first word in the text, to show it in the text's own letters.</param>
/// <param name="Rarity">Of the word, as <see cref="WordRarity"/> has it.</param>
/// <param name="LeadName">It is a name where it stands in the lead.</param>
internal readonly record struct Fact(uint Stem, ushort Token, ushort Count, FactKind Kind, float Rarity, bool LeadName);
