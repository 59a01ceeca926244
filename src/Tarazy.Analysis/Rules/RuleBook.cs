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
    private readonly RuleShape[] _shapes;
    private readonly int[] _everyPost;
    private readonly TermTable _terms;
    private readonly HashSet<string> _languages;

    internal RuleBook(IReadOnlyList<WatchRule> rules, bool draftsLook = false, RuleLists? lists = null, IEnumerable<string>? languages = null)
    {
        Rules = rules;
        Lists = lists ?? RuleLists.None;
        _shapes = [.. rules.Where(rule => draftsLook || rule.State != RuleState.Draft).Select(rule => new RuleShape(rule))];
        _everyPost = [.. Enumerable.Range(0, _shapes.Length).Where(i => _shapes[i].EveryPost)];
        _terms = new TermTable(_shapes.SelectMany((shape, index) => TermsOf(shape.Rule, index)));
        _languages = [.. languages ?? rules.SelectMany(rule => rule.Languages)];
    }

    /// <summary>Every rule that was loaded, drafts too, sorted by name.</summary>
    public IReadOnlyList<WatchRule> Rules { get; }

    /// <summary>The lists and sets that its rules and searches may name.</summary>
    public RuleLists Lists { get; }

    /// <summary>Reads every rule below a folder. A faulty rule is left out and its faults are named; the others stand.</summary>
    public static RuleBookLoad Load(string folder, RuleLimits? limits = null) => RuleFolder.Load(folder, limits ?? new RuleLimits());

    /// <summary>
    /// A book with one of the rules alone, a draft too, which finds what the rule finds among the others: which languages count
    /// as known does not change.
    /// </summary>
    public RuleBook Only(WatchRule rule) => new([rule], draftsLook: true, Lists, _languages);

    /// <summary>Looks at a post of which nothing but the language is known beside its words.</summary>
    public void Look(FoldedText text, string language, List<RuleHit> into) => Look(text, new PostPlace(language), into);

    /// <summary>Adds what the rules find in the post. Drafts do not look; nothing is allocated when nothing is found.</summary>
    /// <remarks>
    /// A rule looks at posts in its own languages. It also looks when the language is unknown (<c>und</c>, <c>mul</c> or empty)
    /// or one that no rule is written for, because a short or mixed post is often taken for a neighbouring language and a
    /// rule's words say well enough in what language they are.
    /// </remarks>
    public void Look(FoldedText text, in PostPlace place, List<RuleHit> into)
    {
        var scratch = LookScratch.Begin(_shapes.Length);
        try
        {
            _terms.Scan(text, scratch);
            var touched = scratch.Touched.Count;
            if (touched + _everyPost.Length == 0)
            {
                return;
            }

            var anyLanguage = !_languages.Contains(place.Language);
            for (var i = 0; i < touched; i++)
            {
                Judge(scratch.Touched[i], anyLanguage, text, place, scratch, into);
            }

            foreach (var rule in _everyPost)
            {
                if (scratch.Marks(rule).FirstHit == 0)
                {
                    Judge(rule, anyLanguage, text, place, scratch, into);
                }
            }
        }
        finally
        {
            scratch.End();
        }
    }

    private void Judge(int rule, bool anyLanguage, FoldedText text, in PostPlace place, LookScratch scratch, List<RuleHit> into)
    {
        var shape = _shapes[rule];
        if ((anyLanguage || shape.Speaks(place.Language)) && RuleJudge.Judge(shape, rule, text, place, scratch) is { } hit)
        {
            into.Add(hit);
        }
    }

    private static IEnumerable<(Term Term, TermUse Use)> TermsOf(WatchRule rule, int index) =>
        rule.Frame.SelectMany((slot, number) => slot.Terms.Select(term => (term, new TermUse(index, number))))
            .Concat(rule.Suppress.Select(term => (term, new TermUse(index, FrameJudge.SuppressSlot))))
            .Concat(rule.Weaken.Select(term => (term, new TermUse(index, FrameJudge.WeakenSlot))))
            .Concat((rule.Find?.Terms() ?? []).Select(leaf => (leaf.Term, new TermUse(index, leaf.Slot))));
}
