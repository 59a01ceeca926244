using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Rules.Matching;

/// <summary>
/// All terms of all rules in one table, looked up by the hash of one of their words: one pass over a post finds the slots
/// of every rule. A bloom filter stands in front, because nearly every word of nearly every post is in no rule.
/// </summary>
internal sealed class TermTable
{
    private const int BloomWords = 4_096;

    /// <summary>A stem is looked up by the hash of its letters, a word by the hash of its own: the salt keeps them apart.</summary>
    private const ulong StemSalt = 0xD6E8FEB86659FD93UL;

    private readonly ulong[] _bloom = new ulong[BloomWords];
    private readonly Dictionary<ulong, Entry[]> _entries;

    /// <summary>Bit n is set when some stem is keyed by n letters.</summary>
    private readonly uint _stemLengths;

    public TermTable(IEnumerable<(Term Term, TermUse Use)> terms)
    {
        var built = new Dictionary<ulong, List<Entry>>();
        foreach (var group in terms.GroupBy(item => item.Term.Key, item => item, StringComparer.Ordinal))
        {
            var entry = Entry.Of(group.First().Term, [.. group.Select(item => item.Use).Distinct()]);
            var keyWord = entry.Words[entry.KeyWord];
            var key = Key(keyWord);
            _stemLengths |= keyWord.Stem ? 1u << Math.Min(keyWord.Text.Length, TokenHash.LongestPrefix) : 0;
            if (!built.TryGetValue(key, out var list))
            {
                built[key] = list = [];
            }

            list.Add(entry);
            _bloom[key >> 40 & (BloomWords - 1)] |= 1UL << (int)(key >> 58);
        }

        _entries = built.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());
    }

    public void Scan(FoldedText text, LookScratch into)
    {
        var hashes = text.Hashes;
        var prefixes = text.Prefixes;
        var starts = text.PrefixStarts;
        for (var i = 0; i < hashes.Length; i++)
        {
            Probe(hashes[i], text, i, into);
            var own = prefixes[starts[i]..starts[i + 1]];
            for (var k = 0; k < own.Length; k++)
            {
                if ((_stemLengths >> (TokenHash.ShortestPrefix + k) & 1) != 0)
                {
                    Probe(own[k] ^ StemSalt, text, i, into);
                }
            }
        }
    }

    private void Probe(ulong key, FoldedText text, int token, LookScratch into)
    {
        if ((_bloom[key >> 40 & (BloomWords - 1)] >> (int)(key >> 58) & 1) == 0 || !_entries.TryGetValue(key, out var entries))
        {
            return;
        }

        foreach (var entry in entries)
        {
            var first = token - entry.KeyWord;
            if (entry.StandsAt(text, first))
            {
                into.Add(entry.Uses, first, first + entry.Words.Length - 1);
            }
        }
    }

    private static ulong Key(TermWord word) => word.Stem
        ? TokenHash.OfPrefix(word.Text) ^ StemSalt
        : TokenHash.Of(word.Text);

    /// <summary>One term and everything that waits for it.</summary>
    private sealed record Entry(TermWord[] Words, ulong[] Hashes, int KeyWord, TermUse[] Uses)
    {
        public static Entry Of(Term term, TermUse[] uses)
        {
            var words = term.Words.ToArray();

            // The longest word is the rarest guess there is without counting posts; a whole word is rarer than a stem,
            // and a stem of two letters has no hash in a post.
            var key = Enumerable.Range(0, words.Length).MaxBy(i => (words[i].Text.Length * 2) + (words[i].Stem ? 0 : 1));
            return new Entry(words, [.. words.Select(word => TokenHash.Of(word.Text))], key, uses);
        }

        public bool StandsAt(FoldedText text, int first)
        {
            var tokens = text.Tokens;
            if (first < 0 || first + Words.Length > tokens.Length)
            {
                return false;
            }

            for (var i = 0; i < Words.Length; i++)
            {
                var token = tokens[first + i];
                var same = Words[i].Stem
                    ? text.Kinds[first + i] is TokenKind.Word && text.Chars.Slice(token.Start, token.Length).StartsWith(Words[i].Text, StringComparison.Ordinal)
                    : token.Hash == Hashes[i];
                if (!same)
                {
                    return false;
                }
            }

            return true;
        }
    }
}

/// <summary>Where a term counts: the rule by its place in the book, and the bit of its slot.</summary>
internal readonly record struct TermUse(int Rule, int Slot);
