using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Rules.Matching;

/// <summary>Where the terms of one key stand; an end of 0 is an empty place.</summary>
internal readonly record struct TermKey(ulong Key, int Start, int End);

/// <summary>
/// A place of the term table: by what the term is looked up, and enough of it to see, without touching the term, that it does not
/// stand here; of a term of one or two whole words, which most are, enough for everything. Two whole words beside one another are one
/// key; a stem, and a word with none beside it, is one alone.
/// </summary>
internal readonly struct TermPlace
{
    /// <summary>A stem is looked up by the hash of its letters, a word by the hash of its own: the salt keeps them apart.</summary>
    private const ulong StemSalt = 0xD6E8FEB86659FD93UL;

    private readonly ulong _own;
    private readonly ulong _neighbour;
    private readonly int _distance;
    private readonly TermUse _use;
    private readonly bool _isAll;
    private readonly bool _hasOneUse;

    public TermPlace(TermEntry entry)
    {
        Entry = entry;
        ByStem = entry.Words[entry.KeyWord].Stem;
        Before = entry.KeyWord;
        var (distance, neighbour) = entry.Neighbour();
        var hash = entry.KeyHash;
        if (ByStem)
        {
            Key = StemKey(hash);
        }
        else if (distance < 0)
        {
            // The token that is looked up is the one before the key word.
            (hash, neighbour, distance) = (neighbour, hash, 1);
            Before--;
            Key = KeyGate.Pair(hash, neighbour);
        }
        else
        {
            Key = distance > 0 ? KeyGate.Pair(hash, neighbour) : hash;
        }

        (_own, _distance, _neighbour) = (hash, distance, neighbour);
        _isAll = !ByStem && entry.Words.Length == 1 + distance && !entry.Words.Any(word => word.Stem);
        _hasOneUse = entry.Uses.Length == 1;
        _use = entry.Uses[0];
    }

    public TermEntry Entry { get; }

    public ulong Key { get; }

    public bool ByStem { get; }

    /// <summary>Words of the term before the token that its key begins with.</summary>
    public int Before { get; }

    /// <param name="beginning">As the text has it among its prefixes.</param>
    public static ulong StemKey(ulong beginning) => beginning ^ StemSalt;

    public static ulong Beginning(ulong stemKey) => stemKey ^ StemSalt;

    /// <summary>By what a stem is asked for together with the word beside it.</summary>
    public ulong PairKey => PairGate.Key(Key, _distance, _neighbour);

    /// <summary>Whether the term stands where its key was met.</summary>
    public bool StandsAt(FoldedText text, int token) => Beside(text.Hashes, token) && (_isAll || Entry.StandsAt(text, token - Before));

    /// <summary>Notes the term for all who wait for it.</summary>
    public void AddTo(LookScratch scratch, int token)
    {
        var first = token - Before;
        if (_hasOneUse && _isAll)
        {
            scratch.Add(new ReadOnlySpan<TermUse>(in _use), first, first + _distance);
            return;
        }

        scratch.Add(Entry.Uses, first, first + Entry.Words.Length - 1);
    }

    /// <summary>Whether the words that the place knows are there: the one that was looked up, unless it is a stem, and the one beside it.</summary>
    private bool Beside(ReadOnlySpan<ulong> hashes, int token) =>
        (ByStem || hashes[token] == _own)
        && (_distance == 0 || (token + _distance >= 0 && token + _distance < hashes.Length && hashes[token + _distance] == _neighbour));
}
