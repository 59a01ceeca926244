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

    public PostReading Look(string text)
    {
        _text.Fold(text);
        return Look();
    }

    /// <summary>The same of a text in UTF-8, without making a string of it.</summary>
    public PostReading Look(ReadOnlySpan<byte> utf8)
    {
        _text.Fold(utf8);
        return Look();
    }

    private PostReading Look()
    {
        var guess = data.Languages.Guess(_text);
        var language = guess.Sure ? guess.Code : PostReading.UnknownLanguage;
        _markLength = StoryMark.Of(_text, _mark);
        _hits.Clear();
        data.Rules.Look(_text, language, _hits);
        return new PostReading(language, _hits.Count == 0 ? [] : [.. _hits]);
    }
}
