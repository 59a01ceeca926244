namespace Tarazy.Analysis.Rules.Matching;

/// <summary>Where the terms of one key stand; an end of 0 is an empty place.</summary>
internal readonly record struct TermKey(ulong Key, int Start, int End);

/// <summary>
/// A place of the term table: by what the term is looked up, and enough of it to see, without touching the term, that it does not
/// stand here. Two whole words beside one another are one key; a stem, and a word with none beside it, is one alone.
/// </summary>
internal readonly struct TermPlace
{
    /// <summary>A stem is looked up by the hash of its letters, a word by the hash of its own: the salt keeps them apart.</summary>
    private const ulong StemSalt = 0xD6E8FEB86659FD93UL;

    private readonly ulong _neighbour;
    private readonly int _distance;

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
            (_distance, _neighbour) = (distance, neighbour);
        }
        else if (distance < 0)
        {
            Key = KeyGate.Pair(neighbour, hash);
            Before--;
        }
        else
        {
            Key = distance > 0 ? KeyGate.Pair(hash, neighbour) : hash;
        }
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

    /// <summary>Whether the word beside the stem is there too, as far as the place knows one.</summary>
    public bool Beside(ReadOnlySpan<ulong> hashes, int token) =>
        _distance == 0 || (token + _distance >= 0 && token + _distance < hashes.Length && hashes[token + _distance] == _neighbour);
}
