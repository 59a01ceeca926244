using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Language;

/// <summary>
/// Names the language of a folded text: a linear model over letter runs with 8-bit weights, one 32-byte row a run.
/// Links, handles and numbers say nothing about a language and are passed over. Safe for many threads.
/// </summary>
public sealed class LanguageModel
{
    /// <summary>Languages one model may know, because a row is one vector.</summary>
    internal const int Lanes = 32;

    private const int LongestWord = 64;

    /// <summary>Letters after which a clear lead ends the reading; a long post says its language in its first lines.</summary>
    private const int LettersAtOnce = 64;

    private const float ClearLead = 40;

    private readonly string[] _codes;

    internal LanguageModel(string[] codes, int bits, float scale, sbyte[] weights, LanguageBounds bounds)
    {
        _codes = codes;
        Bits = bits;
        Scale = scale;
        Weights = weights;
        Bounds = bounds;
    }

    public IReadOnlyList<string> Codes => _codes;

    internal int Bits { get; }

    internal float Scale { get; }

    internal sbyte[] Weights { get; }

    internal LanguageBounds Bounds { get; }

    public static LanguageModel Load(Stream stream) => LanguageFile.Read(stream);

    public void Save(Stream stream) => LanguageFile.Write(this, stream);

    /// <summary>The same model with other margins; 0 and 0 make it name a language for every text that has words.</summary>
    public LanguageModel WithMargins(float unknownBelow, float sureFrom) =>
        new(_codes, Bits, Scale, Weights, new LanguageBounds(unknownBelow, sureFrom));

    public LanguageGuess Guess(FoldedText text)
    {
        var (best, margin) = Score(text);
        return best < 0 || margin < Bounds.UnknownBelow
            ? new LanguageGuess(LanguageGuess.Unknown, margin, Sure: false)
            : new LanguageGuess(_codes[best], margin, margin >= Bounds.SureFrom);
    }

    /// <summary>The best language whatever its lead; -1 when the text has no words.</summary>
    private (int Best, float Margin) Score(FoldedText text)
    {
        Span<int> rows = stackalloc int[LetterRuns.Most(LongestWord)];
        Span<int> sums = stackalloc int[Lanes];
        sums.Clear();
        int runs = 0, letters = 0;
        var tokens = text.Tokens;
        var kinds = text.Kinds;
        var units = text.Chars;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (kinds[i] != TokenKind.Word)
            {
                continue;
            }

            var word = units.Slice(tokens[i].Start, Math.Min(tokens[i].Length, LongestWord));
            var count = LetterRuns.Of(word, Bits, rows);
            RowSums.Add(Weights, rows[..count], sums);
            runs += count;
            letters += word.Length;
            if (letters >= LettersAtOnce)
            {
                letters = 0;
                if (Lead(sums) * Scale > ClearLead)
                {
                    break;
                }
            }
        }

        return runs == 0 ? (-1, 0) : Decide(sums, Scale / runs);
    }

    private int Lead(ReadOnlySpan<int> sums)
    {
        int first = int.MinValue, second = int.MinValue;
        foreach (var sum in sums[.._codes.Length])
        {
            (first, second) = sum > first ? (sum, first) : (first, Math.Max(second, sum));
        }

        return first - second;
    }

    private (int Best, float Margin) Decide(ReadOnlySpan<int> sums, float scale)
    {
        var best = 0;
        for (var i = 1; i < _codes.Length; i++)
        {
            best = sums[i] > sums[best] ? i : best;
        }

        float total = 0, second = 0;
        for (var i = 0; i < _codes.Length; i++)
        {
            var share = MathF.Exp((sums[i] - sums[best]) * scale);
            total += share;
            second = i == best ? second : Math.Max(second, share);
        }

        return (best, (1 - second) / total);
    }
}
