using Tarazy.Analysis.Engine;
using Tarazy.Analysis.Language;
using Tarazy.Analysis.Rules;
using Tarazy.Analysis.Text;
using Tarazy.Records.Posts;

namespace Tarazy.Detect.Archive;

/// <summary>Looks at one post after another as the live engine would. Not for two threads at a time.</summary>
public sealed class ReplayLook
{
    private readonly FoldedText _text = new();
    private readonly List<RuleHit> _hits = [];
    private readonly RuleBook _book;
    private readonly LanguageModel _languages;

    public ReplayLook(RuleBook book, LanguageModel languages) => (_book, _languages) = (book, languages);

    /// <param name="language">As the desk read the post; null when it has not, and it is guessed again.</param>
    public IReadOnlyList<ReplayHit> At(Post post, string? language)
    {
        _text.Fold(post.Text);
        if (language is null)
        {
            var guess = _languages.Guess(_text);
            language = guess.Sure ? guess.Code : PostReading.UnknownLanguage;
        }

        _hits.Clear();
        _book.Look(_text, new PostPlace(language, post.Channel.Value, post.Views), _hits);
        return _hits.Count == 0 ? [] : [.. _hits.Select(hit => new ReplayHit(post, language, hit))];
    }
}
