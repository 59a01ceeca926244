using Tarazy.Analysis.Rules.Matching;
using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Rules.Sieve;

/// <summary>The terms of a book, asked for by the tokens of an archive. Made once for a replay, by a walk over the vocabulary.</summary>
internal sealed class SieveTerms
{
    /// <summary>A bit for every first unit that may begin a key of some term.</summary>
    private readonly ulong[] _interest = new ulong[65_536 / 64];
    private readonly Dictionary<int, Keyed> _byWord = [];
    private readonly Dictionary<int, Keyed> _byBeginning = [];

    public SieveTerms(TermTable terms, ITokenWords words)
    {
        var all = terms.All();
        var whole = all.Where(entry => !entry.Words[entry.KeyWord].Stem).ToLookup(entry => entry.KeyHash);
        var stems = all.Where(entry => entry.Words[entry.KeyWord].Stem).ToLookup(entry => entry.KeyHash);
        for (var number = 0; number < words.Count; number++)
        {
            var word = words.Word(number);
            for (var letters = TokenHash.ShortestPrefix; letters <= Math.Min(word.Length, TokenHash.LongestPrefix); letters++)
            {
                Add(number, stems[TokenHash.OfPrefix(word[..letters])]);
            }

            Add(number, whole[TokenHash.Of(word)]);
        }

        foreach (var entry in all)
        {
            var key = entry.Words[entry.KeyWord];
            var unit = key.Stem
                ? TokenUnits.Beginning(TokenHash.OfPrefix(key.Text.AsSpan(0, TokenHash.ShortestPrefix)))
                : TokenUnits.FirstUnlisted + (~TokenUnits.Unlisted(key.Text) >> 16);
            Add(_byBeginning, unit - TokenUnits.FirstUnlisted, entry);
            Mark(unit);
        }
    }

    /// <summary>Whether one of the tokens may be a key. Reads the second unit of a pair as if it were a first: that can only say yes in vain.</summary>
    public bool Interest(ReadOnlySpan<ushort> units)
    {
        foreach (var unit in units)
        {
            if (MayKey(unit))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a token with this first unit may be the key of a term.</summary>
    public bool MayKey(ushort first) => (_interest[first >> 6] >> (first & 63) & 1) != 0;

    public Keyed? KeyedBy(int token) => token >= 0 ? _byWord.GetValueOrDefault(token) : _byBeginning.GetValueOrDefault(~token >> 16);

    private static void Add(Dictionary<int, Keyed> to, int key, TermEntry entry) => to[key] = new Keyed(entry, to.GetValueOrDefault(key));

    private void Add(int number, IEnumerable<TermEntry> entries)
    {
        Span<ushort> units = stackalloc ushort[2];
        foreach (var entry in entries)
        {
            Add(_byWord, number, entry);
            TokenUnits.Write(number, units);
            Mark(units[0]);
        }
    }

    private void Mark(int unit) => _interest[unit >> 6] |= 1UL << (unit & 63);

    /// <summary>A term and the next one with the same key.</summary>
    internal sealed record Keyed(TermEntry Entry, Keyed? Next);
}
