using Tarazy.Policy.Rungs;
using Tarazy.Records.Cases;

namespace Tarazy.Policy.Law;

/// <summary>A test that a pack carries with it: one decision on one day, and what the ladder must say to it.</summary>
/// <param name="Says">What a lawyer would call it.</param>
/// <param name="Because">Codes of the refusals, all of them; none when the decision is to be carried.</param>
public sealed record PackTest(string Id, string Says, DateOnly On, Decision Decision, CaseFacts Facts, IReadOnlyList<string> Because)
{
    public bool Carried => Because.Count == 0;

    /// <summary>The measure by the word that the test uses; a word that is no rung stands here as it was written.</summary>
    public required string Asked { get; init; }
}

/// <summary>Something that is known of a jurisdiction and is no clause that a decision can rest on.</summary>
/// <param name="Record">Id of the age rule or state measure that tells it in full.</param>
public sealed record KnownFact(string Id, string Text, string? Record, Provenance Provenance);

/// <summary>Something that is not known, said where a reader looks for it.</summary>
public sealed record Gap(string Id, string Text);
