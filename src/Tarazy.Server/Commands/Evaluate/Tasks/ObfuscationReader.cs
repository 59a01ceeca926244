using System.Buffers;
using Tarazy.Analysis.Language;
using Tarazy.Analysis.Text;

namespace Tarazy.Server.Commands.Evaluate.Tasks;

/// <summary>Reads one text after another as the engine does, with its Cyrillic twin where it is written in Latin letters.</summary>
internal sealed class ObfuscationReader(LanguageModel languages)
{
    /// <summary>A text wholly in the other alphabet is read with ease and often innocent: less than any other disguise, but one.</summary>
    private const double Transliterated = 0.6;

    // Letters of the Latin alphabets of Kazakh: a text that has them is not disguised.
    private static readonly SearchValues<char> Official = SearchValues.Create("äöüūğşñıəÄÖÜŪĞŞÑİƏ");

    private readonly FoldedText _text = new();
    private readonly FoldedText _view = new();

    public (string Text, double Score) Read(string text)
    {
        _text.Fold(text);
        var score = DisguiseEvidence.Of(_text).Score;
        var guess = languages.Guess(_text);
        if (!_text.MainlyLatin || !guess.Sure || guess.Code is not ("ru" or "uk" or "kk") || text.AsSpan().ContainsAny(Official))
        {
            return (Restoration.Of(_text), score);
        }

        _view.FoldTransliterated(_text, guess.Code);
        return (Restoration.Of(_view), Math.Max(score, Transliterated));
    }
}
