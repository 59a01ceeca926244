using Tarazy.Analysis.Rules.Find;
using Tarazy.Analysis.Rules.Matching;
using Tarazy.Records.Findings;

namespace Tarazy.Analysis.Rules;

/// <summary>
/// One watch rule as it was loaded: an intent frame of slots, the signs that take it back, and the words a reviewer is shown.
/// A rule says why a post deserves a look; it never decides.
/// </summary>
public sealed record WatchRule
{
    public required string Name { get; init; }

    /// <summary>Twenty hex digits of the hash of what the rule looks for and says. State and examples are not part of it.</summary>
    public required string Version { get; init; }

    public required HarmId Harm { get; init; }

    /// <summary>The sentence shown to the reviewer, by language: en, ru and kk.</summary>
    public required IReadOnlyDictionary<string, string> Says { get; init; }

    /// <summary>What the rule is not about, by language; shown beside the finding.</summary>
    public required IReadOnlyDictionary<string, string> Not { get; init; }

    public required IReadOnlyList<string> Languages { get; init; }

    public required RuleState State { get; init; }

    /// <summary>How many different slots must be found near each other.</summary>
    public required int Needs { get; init; }

    /// <summary>The slots have to lie within this many words.</summary>
    public required int Near { get; init; }

    /// <summary>Slots without which nothing is found, however many others are; <c>people | work</c> asks for one of the two.</summary>
    public required IReadOnlyList<string> Required { get; init; }

    public required IReadOnlyList<RuleExample> Examples { get; init; }

    /// <summary>The file it came from, as given to the loader.</summary>
    public required string File { get; init; }

    /// <summary>Names of the slots, in the order of the file.</summary>
    public IEnumerable<string> Slots => Frame.Select(slot => slot.Name);

    /// <summary>The expression in its canonical spelling; null when the rule has a frame alone.</summary>
    public string? Expression => Find?.ToString();

    /// <summary>Terms that it looks for, lists written out.</summary>
    public int TermCount => Frame.Sum(slot => slot.Terms.Count) + Suppress.Count + Weaken.Count + (Find?.TermCount ?? 0);

    internal IReadOnlyList<FrameSlot> Frame { get; init; } = [];

    internal FindPlan? Find { get; init; }

    internal IReadOnlyList<Term> Suppress { get; init; } = [];

    internal IReadOnlyList<Term> Weaken { get; init; } = [];

    /// <summary>A search as a rule without a harm: it is never stored and makes no finding.</summary>
    internal static WatchRule OfQuery(RuleQuery query)
    {
        var says = new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = query.ToString() };
        return new WatchRule
        {
            Name = "search",
            Version = "",
            Harm = new HarmId("search"),
            Says = says,
            Not = new Dictionary<string, string>(StringComparer.Ordinal),
            Languages = [],
            State = RuleState.Shadow,
            Needs = 0,
            Near = 0,
            Required = [],
            Examples = [],
            File = "",
            Find = query.Plan,
        };
    }

    /// <summary>The sentence in the language asked for, or in English.</summary>
    public string SaysIn(string language) => Says.TryGetValue(language, out var said) ? said : Says["en"];
}

/// <summary>The life of a rule. A draft is checked but never looks; a shadow is counted, never queued.</summary>
public enum RuleState
{
    Draft,
    Shadow,
    Live,
}

/// <summary>An invented post that the rule must find, or must leave alone.</summary>
public sealed record RuleExample(string Language, string Text, bool Matches, int Line);
