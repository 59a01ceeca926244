using System.Numerics;
using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Rules.Matching;

/// <summary>
/// All terms of all rules in one table, looked up by the hash of two of their words, one or the beginning of one: one pass over a
/// post finds the slots of every rule. Two small bit maps stand in front, one asked for the words of the post, one for their beginnings.
/// </summary>
internal sealed class TermTable
{
    private readonly KeyGate _words;
    private readonly KeyGate _stems;

    /// <summary>Stems with the word beside them: in a large table a stem is often there, and its neighbour hardly ever.</summary>
    private readonly PairGate _beside;

    /// <summary>Open addressing, a third full at most, small enough to stay near: which terms wait for a key.</summary>
    private readonly TermKey[] _keys;

    /// <summary>The terms of one key beside one another, in the order of the rules.</summary>
    private readonly TermPlace[] _places;

    public TermTable(IEnumerable<(Term Term, TermUse Use)> terms)
    {
        var groups = terms.GroupBy(item => item.Term.Key, item => item, StringComparer.Ordinal).ToArray();

        // A word of many terms is a common word: a term is looked up by the one that the fewest others hold.
        var common = groups.SelectMany(group => group.First().Term.Words.Distinct()).CountBy(word => word).ToDictionary();
        var keyed = groups
            .Select(group => new TermPlace(TermEntry.Of(group.First().Term, [.. group.Select(item => item.Use).Distinct()], common)))
            .GroupBy(place => place.Key)
            .ToArray();
        _places = [.. keyed.SelectMany(group => group)];
        _words = new KeyGate([.. keyed.Where(group => !group.First().ByStem).Select(group => group.Key)]);
        _stems = new KeyGate([.. keyed.Where(group => group.First().ByStem).Select(group => TermPlace.Beginning(group.Key))]);
        _beside = new PairGate([.. _places.Where(place => place.ByStem).Select(place => place.PairKey)]);
        _keys = new TermKey[Math.Max(16, (int)BitOperations.RoundUpToPowerOf2((uint)keyed.Length * 3))];
        var start = 0;
        foreach (var group in keyed)
        {
            Add(new TermKey(group.Key, start, start += group.Count()));
        }
    }

    public void Scan(FoldedText text, LookScratch into)
    {
        var hashes = text.Hashes;
        var prefixes = text.Prefixes;
        var starts = text.PrefixStarts;
        var words = into.WordRoom(hashes.Length);
        var stems = into.BeginningRoom(prefixes.Length);
        words = words[.._words.PassWithPairs(hashes, words)];
        stems = stems[.._stems.Pass(prefixes, stems)];

        // Word by word in the order of the text: first the word itself, then its beginnings.
        var token = 0;
        foreach (var stem in stems)
        {
            while (starts[token + 1] <= stem)
            {
                token++;
            }

            for (; !words.IsEmpty && words[0] <= token; words = words[1..])
            {
                Word(words[0], text, into);
            }

            var key = TermPlace.StemKey(prefixes[stem]);
            if (_beside.Lets(key, hashes, token))
            {
                Probe(key, text, token, into);
            }
        }

        foreach (var word in words)
        {
            Word(word, text, into);
        }
    }

    public List<TermEntry> All() => [.. _places.Select(place => place.Entry)];

    private void Word(int token, FoldedText text, LookScratch into)
    {
        var hashes = text.Hashes;
        Probe(hashes[token], text, token, into);
        if (token + 1 < hashes.Length)
        {
            Probe(KeyGate.Pair(hashes[token], hashes[token + 1]), text, token, into);
        }
    }

    private void Probe(ulong key, FoldedText text, int token, LookScratch into)
    {
        foreach (ref readonly var place in KeyedBy(key))
        {
            if (place.StandsAt(text, token))
            {
                place.AddTo(into, token);
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
}
