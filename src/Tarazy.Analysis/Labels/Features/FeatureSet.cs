using Tarazy.Analysis.Labels.Features;

namespace Tarazy.Analysis.Labels;

/// <summary>
/// What a model reads in a folded text. Every block is hashed into a table of its own and brought to length 1, so that a long block
/// does not drown a short one. The set is part of a model: what was learnt is read again in the same way.
/// </summary>
public sealed record FeatureSet
{
    /// <summary>Most bits of one table.</summary>
    public const int MostBits = 20;

    /// <summary>
    /// Letter runs of 2 to 5 inside words with their signs, single words and pairs: the set with the best scores.
    /// </summary>
    public static FeatureSet Quality { get; } = new() { CharsFrom = 2, CharsTo = 5, Words = true };

    /// <summary>
    /// Words, pairs and beginnings of 4 to 6 letters, straight from the hashes that every reader shares: a fraction of the time, a few points less.
    /// </summary>
    public static FeatureSet Fast { get; } = new() { Prefixes = true, WordBits = 17 };

    /// <summary>Shortest letter run; 0 with <see cref="CharsTo"/> 0 reads none.</summary>
    public int CharsFrom { get; init; }

    /// <summary>Longest letter run, 8 at most.</summary>
    public int CharsTo { get; init; }

    /// <summary>The table of letter runs has two to this power rows.</summary>
    public int CharBits { get; init; } = 18;

    /// <summary>Words, pairs of neighbours and runs of signs.</summary>
    public bool Words { get; init; }

    /// <summary>Words, pairs and prefixes from the shared hashes, counted as they come. Stands alone: it is the fast set.</summary>
    public bool Prefixes { get; init; }

    /// <summary>The table of words, or of the fast set, has two to this power rows.</summary>
    public int WordBits { get; init; } = 18;

    /// <summary>Length to which words are cut, Ukrainian and Kazakh letters written as Russian ones first, so that related forms share evidence; 0 reads none.</summary>
    public int StemLength { get; init; }

    /// <summary>
    /// Reads each word once more by its first and last letter and the sorted ones between, among the stems: letters swapped inside a
    /// word change nothing of that. Needs <see cref="StemLength"/>.
    /// </summary>
    public bool Jumbles { get; init; }

    /// <summary>Reads words with Kazakh letters a second time in their Russian look-alikes, because half of Kazakh is typed so.</summary>
    public bool KazakhTwins { get; init; }

    /// <summary>Weight of the twelve signs of style: length, capitals, exclamations, emoji ...; 0 reads none.</summary>
    public float Style { get; init; }

    internal int CharRows => CharsTo == 0 ? 0 : 1 << CharBits;

    internal int WordRows => Words || Prefixes ? 1 << WordBits : 0;

    internal int StemRows => StemLength == 0 ? 0 : 1 << WordBits;

    /// <summary>Rows of the hashed tables; the signs of style follow them while a model is learnt.</summary>
    internal int Rows => CharRows + WordRows + StemRows;

    internal int StyleRows => Style > 0 ? StyleSigns.Count : 0;

    /// <summary>Whether every limit of the set is kept; a file may say anything.</summary>
    internal bool IsSound =>
        CharsFrom is >= 0 and <= 8 && CharsTo is >= 0 and <= 8 && CharsFrom <= CharsTo && (CharsTo == 0 || CharsFrom > 0)
        && CharBits is >= 8 and <= MostBits && WordBits is >= 8 and <= MostBits && StemLength is >= 0 and <= 12
        && Style is >= 0 and <= 10 && Rows > 0 && (!Jumbles || StemLength > 0) && !(Prefixes && (Words || CharsTo > 0 || StemLength > 0));
}
