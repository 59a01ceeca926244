using Tarazy.Analysis.Labels;
using Tarazy.Analysis.Language;
using Tarazy.Analysis.Rules;
using Tarazy.Analysis.Similarity;
using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Engine;

/// <summary>
/// Reads posts one after another: folded once, cut into tokens once, hashed once; language, story and rules read the same
/// hashes. One instance a thread; its buffers are used again, and a post without a hit allocates nothing.
/// </summary>
public sealed class PostEngine(EngineData data)
{
    private readonly FoldedText _text = new();
    private readonly List<RuleHit> _hits = [];
    private readonly List<RuleHit> _viewHits = [];
    private readonly List<LabelHit> _labelHits = [];
    private readonly LabelLook _labels = new(data.Labels);
    private readonly byte[] _mark = new byte[StoryMark.MostBytes];
    private FoldedText? _view;
    private int _markLength;

    /// <summary>What a story index needs of the post that was read last; valid until the next.</summary>
    public ReadOnlySpan<byte> Mark => _mark.AsSpan(0, _markLength);

    public PostReading Look(string text)
    {
        _text.Fold(text);
        var guess = data.Languages.Guess(_text);
        var language = guess.Sure ? guess.Code : PostReading.UnknownLanguage;
        _markLength = StoryMark.Of(_text, _mark);
        _hits.Clear();
        data.Rules.Look(_text, language, _hits);
        _labelHits.Clear();
        _labels.Look(_text, language, _labelHits);
        if (_text.MainlyLatin && MayBeSpelt(guess.Code))
        {
            LookAtView(guess.Code);
        }

        return new PostReading(language, _hits.Count == 0 ? [] : [.. _hits]) { Labels = _labelHits.Count == 0 ? [] : [.. _labelHits] };
    }

    /// <summary>English, Uzbek or Turkish are read as they stand; only what may be one of our Cyrillic languages is read back.</summary>
    private static bool MayBeSpelt(string code) => code is "kk" or "ru" or "uk" or LanguageGuess.Unknown;

    /// <summary>Adds what the rules find only in the Cyrillic twin of the post; its evidence says how it was read.</summary>
    private void LookAtView(string code)
    {
        _view ??= new FoldedText();
        _view.FoldTransliterated(_text, code);
        _viewHits.Clear();
        var language = code == LanguageGuess.Unknown ? PostReading.UnknownLanguage : code;
        data.Rules.Look(_view, language, _viewHits);
        foreach (var hit in _viewHits)
        {
            if (!Found(hit.Rule))
            {
                _hits.Add(hit);
            }
        }

        var first = _labelHits.Count;
        _labels.Look(_view, language, _labelHits);
        DropRepeats(first);
    }

    /// <summary>A label that was found in the post as it stands is not said again of its twin.</summary>
    private void DropRepeats(int first)
    {
        for (var i = _labelHits.Count - 1; i >= first; i--)
        {
            for (var j = 0; j < first; j++)
            {
                if (_labelHits[j].Label == _labelHits[i].Label)
                {
                    _labelHits.RemoveAt(i);
                    break;
                }
            }
        }
    }

    private bool Found(WatchRule rule)
    {
        foreach (var hit in _hits)
        {
            if (hit.Rule == rule)
            {
                return true;
            }
        }

        return false;
    }
}
