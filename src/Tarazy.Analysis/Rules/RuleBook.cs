using Tarazy.Analysis.Rules.Loading;
using Tarazy.Analysis.Rules.Matching;
using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Rules;

/// <summary>
/// All rules of a desk, compiled to be looked for in one pass. Safe to use from many threads at once, each with a
/// <see cref="FoldedText"/> of its own.
/// </summary>
public sealed class RuleBook
{
    private readonly FrameShape[] _shapes;
    private readonly TermTable _terms;
    private readonly HashSet<string> _languages;

    internal RuleBook(IReadOnlyList<WatchRule> rules, bool draftsLook = false)
    {
        Rules = rules;
        _shapes = [.. rules.Where(rule => draftsLook || rule.State != RuleState.Draft).Select(rule => new FrameShape(rule))];
        _terms = new TermTable(_shapes.SelectMany((shape, index) => TermsOf(shape.Rule, index)));
        _languages = [.. rules.SelectMany(rule => rule.Languages)];
    }

    /// <summary>Every rule that was loaded, drafts too, sorted by name.</summary>
    public IReadOnlyList<WatchRule> Rules { get; }

    /// <summary>Reads every rule below a folder. A faulty rule is left out and its faults are named; the others stand.</summary>
    public static RuleBookLoad Load(string folder, RuleLimits? limits = null) => RuleFolder.Load(folder, limits ?? new RuleLimits());

    /// <summary>Adds what the rules find in the post. Drafts do not look; nothing is allocated when nothing is found.</summary>
    /// <param name="language">
    /// Code of the post's language. A rule looks at posts in its own languages. It also looks when the language is
    /// unknown (<c>und</c>, <c>mul</c> or empty) or one that no rule is written for, because a short or mixed post is
    /// often taken for a neighbouring language and a rule's words say well enough in what language they are.
    /// </param>
    public void Look(FoldedText text, string language, List<RuleHit> into)
    {
        var scratch = LookScratch.Begin(_shapes.Length);
        try
        {
            _terms.Scan(text, scratch);
            var anyLanguage = !_languages.Contains(language);
            for (var i = 0; i < scratch.Touched.Count; i++)
            {
                var rule = scratch.Touched[i];
                var speaks = anyLanguage || _shapes[rule].Rule.Languages.Contains(language);
                if (speaks && FrameJudge.Judge(_shapes[rule], rule, text, scratch) is { } hit)
                {
                    into.Add(hit);
                }
            }
        }
        finally
        {
            scratch.End();
        }
    }

    private static IEnumerable<(Term Term, TermUse Use)> TermsOf(WatchRule rule, int index) =>
        rule.Frame.SelectMany((slot, number) => slot.Terms.Select(term => (term, new TermUse(index, number))))
            .Concat(rule.Suppress.Select(term => (term, new TermUse(index, FrameJudge.SuppressSlot))))
            .Concat(rule.Weaken.Select(term => (term, new TermUse(index, FrameJudge.WeakenSlot))));
}
