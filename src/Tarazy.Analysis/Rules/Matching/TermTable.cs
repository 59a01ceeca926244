using System.Numerics;
using System.Runtime.CompilerServices;
using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Rules.Matching;

/// <summary>
/// All terms of all rules in one table, looked up by the hash of one of their words: one pass over a post finds the slots
/// of every rule. Three small bit maps stand in front, because nearly every word of nearly every post is in no rule: one is asked
/// for the word, one for its first three letters, which begin every short stem, one for its first six, which begin the longer.
/// </summary>
internal sealed class TermTable
{
    /// <summary>In units of 64 bits: together 20 KiB, so that they stay in the nearest cache beside the post.</summary>
    private const int WordGate = 2_048;

    private const int StemGate = 256;

    /// <summary>Letters by which long stems pass their gate.</summary>
    private const int Beginning = 6;

    private const int LongStems = Beginning - TokenHash.ShortestPrefix;

    /// <summary>A stem is looked up by the hash of its letters, a word by the hash of its own: the salt keeps them apart.</summary>
    private const ulong StemSalt = 0xD6E8FEB86659FD93UL;

    private readonly ulong[] _words = new ulong[WordGate];
    private readonly ulong[] _shortStems = new ulong[StemGate];
    private readonly ulong[] _longStems = new ulong[StemGate];

    /// <summary>Keys with the word beside them: in a large table a key is often there, and its neighbour hardly ever.</summary>
    private readonly PairGate _pairs;

    /// <summary>Open addressing, a third full at most, small enough to stay near: which terms wait for a key.</summary>
    private readonly TermKey[] _keys;

    /// <summary>The terms of one key beside one another, in the order of the rules.</summary>
    private readonly TermPlace[] _places;

    /// <summary>Bit n is set when some stem is keyed by n letters.</summary>
    private readonly uint _stemLengths;

    public TermTable(IEnumerable<(Term Term, TermUse Use)> terms)
    {
        var groups = terms.GroupBy(item => item.Term.Key, item => item, StringComparer.Ordinal).ToArray();

        // A word of many terms is a common word: a term is looked up by the one that the fewest others hold.
        var common = groups.SelectMany(group => group.First().Term.Words.Distinct()).CountBy(word => word).ToDictionary();
        var entries = groups
            .Select(group => TermEntry.Of(group.First().Term, [.. group.Select(item => item.Use).Distinct()], common))
            .ToArray();
        foreach (var word in entries.Select(entry => entry.Words[entry.KeyWord]))
        {
            _stemLengths |= word.Stem ? 1u << Math.Min(word.Text.Length, TokenHash.LongestPrefix) : 0;
            Open(word);
        }

        var keyed = entries.GroupBy(entry => Key(entry.Words[entry.KeyWord])).ToArray();
        _places = [.. keyed.SelectMany(group => group).Select(entry => new TermPlace(entry))];
        _pairs = new PairGate(_places.Length);
        _keys = new TermKey[Math.Max(16, (int)BitOperations.RoundUpToPowerOf2((uint)keyed.Length * 3))];
        var start = 0;
        foreach (var group in keyed)
        {
            Add(new TermKey(group.Key, start, start += group.Count()));
            foreach (var entry in group)
            {
                var (distance, neighbour) = entry.Neighbour();
                _pairs.Open(group.Key, distance, neighbour);
            }
        }
    }

    public void Scan(FoldedText text, LookScratch into)
    {
        var hashes = text.Hashes;
        var prefixes = text.Prefixes;
        var starts = text.PrefixStarts;
        var (words, shortStems, longStems) = (_words, _shortStems, _longStems);
        var last = prefixes.Length - 1;
        for (var i = 0; i < hashes.Length; i++)
        {
            var seen = Bit(words, hashes[i]);
            if (last >= 0)
            {
                // Without asking how long the word is: what belongs to its neighbour can only say yes in vain.
                seen |= Bit(shortStems, prefixes[Math.Min(starts[i], last)]) | Bit(longStems, prefixes[Math.Min(starts[i] + LongStems, last)]);
            }

            if ((seen & 1) != 0)
            {
                At(i, text, into);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void At(int token, FoldedText text, LookScratch into)
    {
        var hash = text.Hashes[token];
        if ((Bit(_words, hash) & 1) != 0)
        {
            Probe(hash, text, token, into);
        }

        var own = text.Prefixes[text.PrefixStarts[token]..text.PrefixStarts[token + 1]];
        if (own.Length > 0 && (Bit(_shortStems, own[0]) & 1) != 0)
        {
            Stems(own[..Math.Min(own.Length, LongStems)], TokenHash.ShortestPrefix, text, token, into);
        }

        if (own.Length > LongStems && (Bit(_longStems, own[LongStems]) & 1) != 0)
        {
            Stems(own[LongStems..], Beginning, text, token, into);
        }
    }

    public List<TermEntry> All() => [.. _places.Select(place => place.Entry)];

    /// <summary>Adds every term that is looked up by this word: the word itself, or a stem of it.</summary>
    public void KeyedBy(ReadOnlySpan<char> word, List<TermEntry> into)
    {
        for (var letters = TokenHash.ShortestPrefix; letters <= Math.Min(word.Length, TokenHash.LongestPrefix); letters++)
        {
            if ((_stemLengths >> letters & 1) != 0)
            {
                AddKeyed(TokenHash.OfPrefix(word[..letters]) ^ StemSalt, into);
            }
        }

        AddKeyed(TokenHash.Of(word), into);
    }

    private void AddKeyed(ulong key, List<TermEntry> into)
    {
        foreach (ref readonly var place in KeyedBy(key))
        {
            into.Add(place.Entry);
        }
    }

    private void Stems(ReadOnlySpan<ulong> beginnings, int letters, FoldedText text, int token, LookScratch into)
    {
        for (var k = 0; k < beginnings.Length; k++)
        {
            if ((_stemLengths >> (letters + k) & 1) != 0)
            {
                Probe(beginnings[k] ^ StemSalt, text, token, into);
            }
        }
    }

    private void Probe(ulong key, FoldedText text, int token, LookScratch into)
    {
        var hashes = text.Hashes;
        if (!_pairs.Lets(key, hashes, token))
        {
            return;
        }

        foreach (ref readonly var place in KeyedBy(key))
        {
            if (!place.Beside(hashes, token))
            {
                continue;
            }

            var entry = place.Entry;
            var first = token - entry.KeyWord;
            if (entry.StandsAt(text, first))
            {
                into.Add(entry.Uses, first, first + entry.Words.Length - 1);
            }
        }
    }

    private ReadOnlySpan<TermPlace> KeyedBy(ulong key)
    {
        var keys = _keys;
        for (var at = Home(key); (uint)at < (uint)keys.Length && keys[at].End > 0; at = (at + 1) & (keys.Length - 1))
        {
            if (keys[at].Key == key)
            {
                return _places.AsSpan(keys[at].Start, keys[at].End - keys[at].Start);
            }
        }

        return default;
    }

    private int Home(ulong key) => unchecked((int)(key >> 20) & (_keys.Length - 1));

    private void Add(TermKey key)
    {
        var at = Home(key.Key);
        while (_keys[at].End > 0)
        {
            at = (at + 1) & (_keys.Length - 1);
        }

        _keys[at] = key;
    }

    private void Open(TermWord word)
    {
        if (!word.Stem)
        {
            Set(_words, TokenHash.Of(word.Text));
        }
        else if (word.Text.Length < Beginning)
        {
            Set(_shortStems, TokenHash.OfPrefix(word.Text.AsSpan(0, TokenHash.ShortestPrefix)));
        }
        else
        {
            Set(_longStems, TokenHash.OfPrefix(word.Text.AsSpan(0, Beginning)));
        }
    }

    /// <summary>The lowest bit says whether the gate lets the hash through.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bit(ulong[] gate, ulong hash) => unchecked(gate[(int)(hash >> 40) & (gate.Length - 1)] >> (int)(hash >> 58));

    private static void Set(ulong[] gate, ulong hash) => gate[unchecked((int)(hash >> 40)) & (gate.Length - 1)] |= 1UL << (int)(hash >> 58);

    private static ulong Key(TermWord word) => word.Stem
        ? TokenHash.OfPrefix(word.Text) ^ StemSalt
        : TokenHash.Of(word.Text);
}

/// <summary>Where a term counts: the rule by its place in the book, and its slot there.</summary>
/// <param name="Slot">A bit of the frame, one of the two signs, or from <see cref="FirstLeaf"/> on a leaf of the expression.</param>
internal readonly record struct TermUse(int Rule, int Slot)
{
    public const int FirstLeaf = 64;
}
