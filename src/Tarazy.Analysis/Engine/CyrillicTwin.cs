using Tarazy.Analysis.Labels;
using Tarazy.Analysis.Language;
using Tarazy.Analysis.Rules;
using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Engine;

/// <summary>
/// Looks at the Cyrillic twin of a post that was written in Latin letters by sound, and adds what is found only there. The evidence of
/// such a hit says how it was read.
/// </summary>
internal sealed class CyrillicTwin(EngineData data)
{
    private readonly List<RuleHit> _hits = [];
    private readonly List<LabelHit> _labelHits = [];
    private readonly LabelLook _labels = new(data.Labels);
    private FoldedText? _view;

    /// <summary>English, Uzbek or Turkish are read as they stand; only what may be one of our Cyrillic languages is read back.</summary>
    public static bool MayHave(FoldedText text, LanguageGuess guess) => text.MainlyLatin && guess.Code is "kk" or "ru" or "uk" or LanguageGuess.Unknown;

    /// <param name="place">With the language that was guessed, sure or not.</param>
    public void Look(FoldedText text, PostPlace place, List<RuleHit> hits, List<LabelHit> labelHits)
    {
        _view ??= new FoldedText();
        _view.FoldTransliterated(text, place.Language ?? LanguageGuess.Unknown);
        _hits.Clear();
        data.Rules.Look(_view, place, _hits);
        foreach (var hit in _hits)
        {
            if (!Holds(hits, hit.Rule))
            {
                hits.Add(hit);
            }
        }

        _labelHits.Clear();
        _labels.Look(_view, place.Language ?? LanguageGuess.Unknown, _labelHits);
        foreach (var hit in _labelHits)
        {
            if (!Holds(labelHits, hit.Label))
            {
                labelHits.Add(hit);
            }
        }
    }

    // A loop, not Any: a look must not allocate.
    private static bool Holds(List<RuleHit> hits, WatchRule rule)
    {
        foreach (var hit in hits)
        {
            if (hit.Rule == rule)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Holds(List<LabelHit> hits, LabelInfo label)
    {
        foreach (var hit in hits)
        {
            if (hit.Label == label)
            {
                return true;
            }
        }

        return false;
    }
}
