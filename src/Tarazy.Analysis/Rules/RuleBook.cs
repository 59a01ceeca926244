using Tarazy.Analysis.Rules.Explaining;
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

    /// <summary>Ids of all channels that its expressions ask for.</summary>
    public IEnumerable<string> Channels => _shapes.SelectMany(shape => shape.Rule.Find?.Channels() ?? []).Distinct(StringComparer.Ordinal);

    internal TermTable Terms => _terms;

    /// <summary>Says where every part of a rule stands in a text, what is missing and what takes it back. For people; it takes longer than a look.</summary>
    public RuleExplanation Explain(WatchRule rule, FoldedText text, in PostPlace place) => new ExplainRule(rule, Only(rule), text, place).Explain();

    /// <summary>Lets a rule look at its own examples.</summary>
    public static IReadOnlyList<ExampleResult> Check(WatchRule rule) => [.. ExampleCheck.Results(rule)];

    internal bool LooksAt(WatchRule rule, string? language) => !Known(language) || rule.Languages.Contains(language!);

    /// <summary>Lets others judge what the terms of this book hit in a text.</summary>
    internal T Scanned<T>(FoldedText text, Func<LookScratch, T> judge)
    {
        var scratch = LookScratch.Begin(_shapes.Length);
        try
        {
            _terms.Scan(text, scratch);
            return judge(scratch);
        }
        finally
        {
            scratch.End();
        }
    }

    internal int ShapeCount => _shapes.Length;

    /// <summary>Some rule can hold without a word.</summary>
    internal bool JudgesEveryPost => _everyPost.Length > 0;

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

            var anyLanguage = !Known(place.Language);
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

    /// <summary>Whether the terms that were met leave it possible that some rule finds something.</summary>
    internal bool Possible(in PostPlace place, LookScratch scratch)
    {
        var anyLanguage = !Known(place.Language);
        foreach (var rule in scratch.Touched)
        {
            if ((anyLanguage || _shapes[rule].Speaks(place.Language)) && _shapes[rule].Possible(scratch.Marks(rule), place))
            {
                return true;
            }
        }

        foreach (var rule in _everyPost)
        {
            if ((anyLanguage || _shapes[rule].Speaks(place.Language)) && _shapes[rule].Possible(scratch.Marks(rule), place))
            {
                return true;
            }
        }

        return false;
    }

    private void Judge(int rule, bool anyLanguage, FoldedText text, in PostPlace place, LookScratch scratch, List<RuleHit> into)
    {
        var shape = _shapes[rule];
        if ((anyLanguage || shape.Speaks(place.Language)) && RuleJudge.Judge(shape, rule, text, place, scratch) is { } hit)
        {
            into.Add(hit);
        }
    }

    private bool Known(string? language) => language is not null && _languages.Contains(language);

    private static IEnumerable<(Term Term, TermUse Use)> TermsOf(WatchRule rule, int index) =>
        rule.Frame.SelectMany((slot, number) => slot.Terms.Select(term => (term, new TermUse(index, number))))
            .Concat(rule.Suppress.Select(term => (term, new TermUse(index, FrameJudge.SuppressSlot))))
            .Concat(rule.Weaken.Select(term => (term, new TermUse(index, FrameJudge.WeakenSlot))))
            .Concat((rule.Find?.Terms() ?? []).Select(leaf => (leaf.Term, new TermUse(index, leaf.Slot))));
}
