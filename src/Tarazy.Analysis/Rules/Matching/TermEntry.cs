using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Rules.Matching;

/// <summary>One term in the table and everything that waits for it.</summary>
internal sealed class TermEntry
{
    private readonly ulong[] _hashes;

    private TermEntry(TermWord[] words, int keyWord, TermUse[] uses)
    {
        Words = words;
        KeyWord = keyWord;
        Uses = uses;
        _hashes = [.. words.Select(HashOf)];
    }

    public TermWord[] Words { get; }

    /// <summary>The word by which the term is looked up.</summary>
    public int KeyWord { get; }

    /// <summary>The hash of the key word, or of its first letters when it is a stem.</summary>
    public ulong KeyHash => _hashes[KeyWord];

    public TermUse[] Uses { get; }

    /// <summary>A whole word beside the key word, by its distance from it and its hash; distance 0 when there is none.</summary>
    public (int Distance, ulong Hash) Neighbour()
    {
        foreach (var distance in (ReadOnlySpan<int>)[1, -1])
        {
            var at = KeyWord + distance;
            if (at >= 0 && at < Words.Length && !Words[at].Stem)
            {
                return (distance, _hashes[at]);
            }
        }

        return (0, 0);
    }

    /// <param name="common">In how many terms each word stands; null when the term is looked for by itself.</param>
    public static TermEntry Of(Term term, TermUse[] uses, IReadOnlyDictionary<TermWord, int>? common = null)
    {
        var words = term.Words.ToArray();

        // Of two words as rare as each other the longer is the rarer guess; a whole word is rarer than a stem, and a stem of two
        // letters has no hash in a post.
        var key = Enumerable.Range(0, words.Length)
            .OrderBy(i => IsShortStem(words[i]))
            .ThenBy(i => words[i].Text.Length < TokenHash.ShortestPrefix)
            .ThenBy(i => common?.GetValueOrDefault(words[i]) ?? 0)
            .ThenByDescending(i => (words[i].Text.Length * 2) + (words[i].Stem ? 0 : 1))
            .First();
        return new TermEntry(words, key, uses);
    }

    public bool StandsAt(FoldedText text, int first)
    {
        var hashes = text.Hashes;
        if (first < 0 || first + Words.Length > hashes.Length)
        {
            return false;
        }

        for (var i = 0; i < Words.Length; i++)
        {
            if (Words[i].Stem ? !Begins(text, first + i, i) : hashes[first + i] != _hashes[i])
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsShortStem(TermWord word) => word.Stem && word.Text.Length < TokenHash.ShortestPrefix;

    // The letters by which a stem is hashed are told by their hash, as whole words are.
    private bool Begins(FoldedText text, int token, int word)
    {
        var stem = Words[word].Text;
        var hashed = Math.Min(stem.Length, TokenHash.LongestPrefix) - TokenHash.ShortestPrefix;
        var (start, end) = (text.PrefixStarts[token], text.PrefixStarts[token + 1]);
        if (hashed >= 0 && (start + hashed >= end || text.Prefixes[start + hashed] != _hashes[word]))
        {
            return false;
        }

        var at = text.Tokens[token];
        return text.Kinds[token] is TokenKind.Word
            && ((hashed >= 0 && stem.Length <= TokenHash.LongestPrefix) || text.Chars.Slice(at.Start, at.Length).StartsWith(stem, StringComparison.Ordinal));
    }

    /// <summary>A stem of two letters has no hash of its own in a text, and is told by its letters.</summary>
    private static ulong HashOf(TermWord word) =>
        word.Stem && word.Text.Length >= TokenHash.ShortestPrefix ? TokenHash.OfPrefix(word.Text) : TokenHash.Of(word.Text);
}
