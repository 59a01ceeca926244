using Tarazy.Records.Findings;

namespace Tarazy.Analysis.Rules;

/// <summary>A rule that found its frame in a post.</summary>
/// <param name="Evidence">Every slot that was found, in the order of the post and in the reader's own text.</param>
/// <param name="Strength">The share of the rule's slots that were found, halved by a sign of news, warning or quotation.</param>
public sealed record RuleHit(WatchRule Rule, IReadOnlyList<Evidence> Evidence, double Strength);
