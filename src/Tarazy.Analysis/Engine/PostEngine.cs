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
    private readonly byte[] _mark = new byte[StoryMark.MostBytes];
    private int _markLength;

    /// <summary>What a story index needs of the post that was read last; valid until the next.</summary>
    public ReadOnlySpan<byte> Mark => _mark.AsSpan(0, _markLength);

    /// <summary>The post that was read last, folded; valid until the next.</summary>
    public FoldedText Text => _text;

    /// <param name="channel">Id of the post's channel, for rules that ask for it.</param>
    /// <param name="audience">How many it reached, as far as its source says.</param>
    public PostReading Look(string text, string? channel = null, long? audience = null)
    {
        _text.Fold(text);
        var guess = data.Languages.Guess(_text);
        var language = guess.Sure ? guess.Code : PostReading.UnknownLanguage;
        _markLength = StoryMark.Of(_text, _mark);
        _hits.Clear();
        data.Rules.Look(_text, new PostPlace(language, channel, audience), _hits);
        return new PostReading(language, _hits.Count == 0 ? [] : [.. _hits]);
    }
}
