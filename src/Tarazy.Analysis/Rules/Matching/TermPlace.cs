namespace Tarazy.Analysis.Rules.Matching;

/// <summary>Where the terms of one key stand; an end of 0 is an empty place.</summary>
internal readonly record struct TermKey(ulong Key, int Start, int End);

/// <summary>A place of the term table: enough of a term to see, without touching the term, that it does not stand here.</summary>
internal readonly struct TermPlace
{
    private readonly ulong _neighbour;
    private readonly int _distance;

    public TermPlace(TermEntry entry)
    {
        Entry = entry;
        (_distance, _neighbour) = entry.Neighbour();
    }

    public TermEntry Entry { get; }

    /// <summary>Whether the word beside the key word is there too, as far as the place knows one.</summary>
    public bool Beside(ReadOnlySpan<ulong> hashes, int token) =>
        _distance == 0 || (token + _distance >= 0 && token + _distance < hashes.Length && hashes[token + _distance] == _neighbour);
}
