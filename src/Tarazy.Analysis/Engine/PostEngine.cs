using Tarazy.Analysis.Labels;
using Tarazy.Analysis.Rules;
using Tarazy.Analysis.Similarity;
using Tarazy.Analysis.Similarity.Footers;
using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Engine;

/// <summary>
/// Reads posts one after another: folded once, cut into tokens once, hashed once; language, story, rules and labels read the
/// same hashes. One instance a thread; its buffers are used again, and a post without a hit allocates nothing.
/// </summary>
public sealed class PostEngine(EngineData data)
{
    private readonly FoldedText _text = new();
    private readonly List<RuleHit> _hits = [];
    private readonly List<LabelHit> _labelHits = [];
    private readonly LabelLook _labels = new(data.Labels);
    private readonly CyrillicTwin _twin = new(data);
    private readonly byte[] _mark = new byte[StoryMark.MostBytes];
    private int _markLength;

    /// <summary>What a story index needs of the post that was read last; valid until the next.</summary>
    public ReadOnlySpan<byte> Mark => _mark.AsSpan(0, _markLength);

    /// <summary>What tells the footer of the post that was read last from its body.</summary>
    public TailLines Tail => TailLines.Of(_text.Given);

    /// <summary>The post that was read last, folded; valid until the next.</summary>
    public FoldedText Text => _text;

    /// <summary>Language, rules and labels of one post; its <see cref="Mark"/> is for a story index.</summary>
    /// <param name="text">Of any length; beyond <see cref="FoldOptions.MaxUnits"/> it is not read.</param>
    /// <param name="facts">What rules may ask beside the words.</param>
    /// <returns>Places are in UTF-16 units of the text as it was given.</returns>
    public PostReading Look(string text, PostFacts facts = default)
    {
        _text.Fold(text);
        return Look(facts);
    }

    /// <summary>The same of a text in UTF-8, without making a string of it.</summary>
    public PostReading Look(ReadOnlySpan<byte> utf8, PostFacts facts = default)
    {
        _text.Fold(utf8);
        return Look(facts);
    }

    /// <summary>The mark of what stands before a channel's footer; <see cref="Text"/> is of this text then.</summary>
    /// <param name="body">UTF-16 units before the footer.</param>
    public ReadOnlySpan<byte> MarkOf(ReadOnlySpan<byte> utf8, int body)
    {
        _text.Fold(utf8);
        _markLength = StoryMark.Of(_text, body, _mark);
        return Mark;
    }

    private PostReading Look(PostFacts facts)
    {
        var guess = data.Languages.Guess(_text);
        var language = guess.Sure ? guess.Code : PostReading.UnknownLanguage;
        _markLength = StoryMark.Of(_text, _mark);
        _hits.Clear();
        data.Rules.Look(_text, new PostPlace(language, facts.Channel, facts.Audience), _hits);
        _labelHits.Clear();
        _labels.Look(_text, language, _labelHits);
        if (CyrillicTwin.MayHave(_text, guess))
        {
            _twin.Look(_text, new PostPlace(guess.Code, facts.Channel, facts.Audience), _hits, _labelHits);
        }

        return new PostReading(language, _hits.Count == 0 ? [] : [.. _hits]) { Labels = _labelHits.Count == 0 ? [] : [.. _labelHits] };
    }
}
