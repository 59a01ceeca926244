using Tarazy.Records.Findings;

namespace Tarazy.Analysis.Rules.Explaining;

/// <summary>Why a rule finds something in one text, or why not.</summary>
/// <param name="Hit">Null when nothing is found.</param>
/// <param name="Parts">Slots of the frame and leaves of the expression, found or not.</param>
/// <param name="Conditions">What the rule asks for, each with whether it holds.</param>
/// <param name="Suppressed">Signs that take the hit back.</param>
/// <param name="Weakened">Signs that halve its strength.</param>
public sealed record RuleExplanation(
    RuleHit? Hit,
    IReadOnlyList<ExplainedPart> Parts,
    IReadOnlyList<ExplainedCondition> Conditions,
    IReadOnlyList<ExplainedPlace> Suppressed,
    IReadOnlyList<ExplainedPlace> Weakened);

/// <param name="Name">Slot of the frame, or term, list or signal of the expression.</param>
public sealed record ExplainedPart(string Name, IReadOnlyList<ExplainedPlace> Found);

/// <param name="Term">As the rule writes it.</param>
/// <param name="Evidence">Where it stands in the text.</param>
public sealed record ExplainedPlace(string Term, Evidence Evidence);

/// <param name="Holds">Null when the post does not say, which counts as no.</param>
public sealed record ExplainedCondition(string Says, bool? Holds);

/// <summary>One example of a rule and whether the rule keeps to it.</summary>
public sealed record ExampleResult(RuleExample Example, bool Passed, RuleHit? Hit);
