using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Language;

/// <summary>One spelling of a training text: its runs as numbers, and where each word's runs end.</summary>
/// <param name="Standard">Written as the language's own orthography has it, not in one of the <see cref="Spellings"/>.</param>
internal sealed record LearntText(int Language, bool Standard, int[] Runs, int[] WordEnds);

/// <summary>Training rows, folded and cut into runs once; every run that occurs has a number.</summary>
internal sealed class LearntTexts
{
    private readonly Dictionary<ulong, int> _numbers = [];
    private readonly List<ulong> _runs = [];
    private readonly List<WordScript> _scripts = [];
    private readonly List<LearntText> _texts = [];
    private readonly FoldedText _text = new();
    private readonly ulong[] _word = new ulong[LetterRuns.Most];

    private LearntTexts(string[] codes) => Codes = codes;

    public string[] Codes { get; }

    public IReadOnlyList<LearntText> Texts => _texts;

    /// <summary>The hash of each run by its number.</summary>
    public IReadOnlyList<ulong> Runs => _runs;

    /// <summary>The script of the words that a run occurs in, by its number.</summary>
    public IReadOnlyList<WordScript> Scripts => _scripts;

    public static LearntTexts Read(string[] codes, IEnumerable<LanguageRow> rows)
    {
        var texts = new LearntTexts(codes);
        foreach (var (code, text) in rows)
        {
            var language = Array.IndexOf(codes, code);
            texts.Add(language, text, standard: true);
            foreach (var spelling in Spellings.Of(code, text))
            {
                texts.Add(language, spelling, standard: false);
            }
        }

        return texts;
    }

    private void Add(int language, string text, bool standard)
    {
        _text.Fold(text);
        List<int> runs = [], ends = [];
        for (var i = 0; i < _text.Tokens.Length; i++)
        {
            if (_text.Kinds[i] != TokenKind.Word)
            {
                continue;
            }

            var token = _text.Tokens[i];
            var word = _text.Chars.Slice(token.Start, Math.Min(token.Length, LetterRuns.LongestWord));
            var script = WordScripts.Of(word);
            foreach (var run in _word.AsSpan(0, LetterRuns.Of(word, script, _word)))
            {
                runs.Add(NumberOf(run, script));
            }

            ends.Add(runs.Count);
        }

        if (runs.Count > 0)
        {
            _texts.Add(new LearntText(language, standard, [.. runs], [.. ends]));
        }
    }

    private int NumberOf(ulong run, WordScript script)
    {
        if (_numbers.TryGetValue(run, out var number))
        {
            return number;
        }

        _numbers.Add(run, _runs.Count);
        _runs.Add(run);
        _scripts.Add(script);
        return _runs.Count - 1;
    }
}
