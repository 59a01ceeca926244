using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Language;

/// <summary>
/// Names the language of a folded text: naive Bayes over letter runs with a softmax regression's corrections, both in one table
/// of signed bytes. Links, handles and numbers say nothing about a language and are passed over. Safe for many threads.
/// </summary>
public sealed class LanguageModel
{
    /// <summary>Letters read between two looks at the lead: a long post says its language in its first lines and in its middle.</summary>
    private const int LettersAtOnce = 8;

    /// <summary>
    /// Natural logarithm of the odds, as naive Bayes counts them, at which reading ends, times the root of the runs read: runs
    /// repeat each other, so a lead must grow with them to mean the same.
    /// </summary>
    private const float ClearLead = 12;

    private readonly LanguageLanes _lanes;
    private readonly float[] _sureFrom;

    internal LanguageModel(LanguageLanes lanes, RunTable table, float scale, int[] voteWeights, LanguageBounds bounds, IReadOnlyList<ClosePair> close)
    {
        _lanes = lanes;
        Table = table;
        Scale = scale;
        VoteWeights = voteWeights;
        Bounds = bounds;
        Close = close;
        _sureFrom = SureFrom(lanes.Codes, bounds, close);
    }

    public IReadOnlyList<string> Codes => _lanes.Codes;

    internal LanguageLanes Lanes => _lanes;

    internal RunTable Table { get; }

    /// <summary>What one step of a weight is worth, in natural logarithms.</summary>
    internal float Scale { get; }

    internal int[] VoteWeights { get; }

    internal LanguageBounds Bounds { get; }

    internal IReadOnlyList<ClosePair> Close { get; }

    /// <exception cref="InvalidDataException">The file is cut short, changed, or no language model; nothing was loaded.</exception>
    public static LanguageModel Load(Stream stream) => LanguageFile.Read(stream);

    /// <summary>Writes what <see cref="Load"/> reads; the stream stays open.</summary>
    public void Save(Stream stream) => LanguageFile.Write(this, stream);

    /// <summary>The same model with other margins; 0 and 0 make it name a language for every text that has words.</summary>
    public LanguageModel WithMargins(float unknownBelow, float sureFrom) =>
        new(_lanes, Table, Scale, VoteWeights, Bounds with { UnknownBelow = unknownBelow, SureFrom = sureFrom }, []);

    /// <summary>The language of the whole text; of a long one, of its beginning and its middle.</summary>
    public LanguageGuess Guess(FoldedText text)
    {
        Span<int> scores = stackalloc int[_lanes.Codes.Length];
        var reader = LanguageSums.Of(this);
        int from = 0, middle = text.Tokens.Length / 2, half = middle, end = text.Tokens.Length;
        while (from < half || middle < end)
        {
            from = reader.Read(text, from, half, LettersAtOnce);
            middle = reader.Read(text, middle, end, LettersAtOnce);
            _lanes.Gather(reader.Lanes, scores);
            if (Lead(scores) * Scale > ClearLead * MathF.Sqrt(reader.Count))
            {
                break;
            }
        }

        if (reader.Count == 0)
        {
            return new LanguageGuess(LanguageGuess.Unknown, 0, Sure: false);
        }

        Span<float> shares = stackalloc float[scores.Length];
        Shares(scores, reader.Count, shares);
        return Decide(shares);
    }

    /// <summary>
    /// The language of each sentence, in order; a sentence too short to tell takes the language of its neighbours.
    /// </summary>
    /// <param name="text">The folded text; spans are in its units.</param>
    /// <param name="found">Where the guesses go; when it is full, its last sentence reaches to the end of the text.</param>
    /// <returns>How many sentences were written. Lines without a word belong to no sentence.</returns>
    public int GuessSentences(FoldedText text, Span<SentenceGuess> found) => SentenceReader.Read(this, text, found);

    /// <summary>What each language's share in the evidence is; they sum to 1.</summary>
    internal void Shares(ReadOnlySpan<int> scores, int runs, Span<float> shares)
    {
        var factor = Scale * Bounds.Sharpness * MathF.Pow(runs, -Bounds.Fading);
        var best = int.MinValue;
        foreach (var score in scores)
        {
            best = Math.Max(best, score);
        }

        Softmax.Of(scores, best, factor, shares[..scores.Length]);
    }

    internal LanguageGuess Decide(ReadOnlySpan<float> shares)
    {
        int first = shares[1] > shares[0] ? 1 : 0, second = 1 - first;
        for (var i = 2; i < shares.Length; i++)
        {
            (first, second) = shares[i] > shares[first] ? (i, first) : (first, shares[i] > shares[second] ? i : second);
        }

        var margin = shares[first] - shares[second];
        return margin < Bounds.UnknownBelow
            ? new LanguageGuess(LanguageGuess.Unknown, margin, Sure: false)
            : new LanguageGuess(_lanes.Codes[first], margin, margin >= _sureFrom[(first * shares.Length) + second]);
    }

    private static int Lead(ReadOnlySpan<int> scores)
    {
        int first = int.MinValue, second = int.MinValue;
        foreach (var score in scores)
        {
            (first, second) = score > first ? (score, first) : (first, Math.Max(second, score));
        }

        return first - second;
    }

    private static float[] SureFrom(string[] codes, LanguageBounds bounds, IReadOnlyList<ClosePair> close)
    {
        var sure = new float[codes.Length * codes.Length];
        Array.Fill(sure, bounds.SureFrom);
        foreach (var (one, other, from) in close)
        {
            int first = Array.IndexOf(codes, one), second = Array.IndexOf(codes, other);
            if (first >= 0 && second >= 0)
            {
                sure[(first * codes.Length) + second] = sure[(second * codes.Length) + first] = from;
            }
        }

        return sure;
    }
}
