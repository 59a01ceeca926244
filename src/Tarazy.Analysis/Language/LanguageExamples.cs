using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Language;

/// <summary>Turns rows into training examples: every spelling of a text, whole and cut into pieces of a few words.</summary>
internal sealed class LanguageExamples(string[] codes, LanguageTrainerOptions options)
{
    private const int LongestPiece = 8;
    private const int MostRuns = 400;

    private readonly FoldedText _text = new();
    private readonly SeededRandom _random = new(options.Seed);
    private readonly List<(int Language, int[] Rows)> _examples = [];

    public (int Language, int[] Rows)[] From(IEnumerable<LanguageRow> rows)
    {
        foreach (var row in rows)
        {
            var language = Array.IndexOf(codes, row.Code);
            Add(language, row.Text, options.Pieces);
            foreach (var spelling in Spellings.Of(row.Code, row.Text))
            {
                Add(language, spelling, Math.Max(1, options.Pieces / 3));
            }
        }

        return [.. _examples];
    }

    private void Add(int language, string text, int pieces)
    {
        _text.Fold(text);
        var words = new List<int>();
        for (var i = 0; i < _text.Tokens.Length; i++)
        {
            if (_text.Kinds[i] == TokenKind.Word)
            {
                words.Add(i);
            }
        }

        if (words.Count == 0)
        {
            return;
        }

        Cut(language, words, 0, words.Count);
        for (var i = 0; i < pieces && words.Count > 1; i++)
        {
            var length = Math.Min(words.Count, 1 + _random.Below(LongestPiece));
            Cut(language, words, _random.Below(words.Count - length + 1), length);
        }
    }

    private void Cut(int language, List<int> words, int from, int length)
    {
        Span<int> one = stackalloc int[LetterRuns.Most(64)];
        var rows = new List<int>(128);
        for (var i = from; i < from + length && rows.Count < MostRuns; i++)
        {
            var token = _text.Tokens[words[i]];
            var count = LetterRuns.Of(_text.Chars.Slice(token.Start, Math.Min(64, token.Length)), options.Bits, one);
            rows.AddRange(one[..count]);
        }

        _examples.Add((language, [.. rows]));
    }
}
