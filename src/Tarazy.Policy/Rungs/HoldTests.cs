using Tarazy.Policy.Law;
using Tarazy.Records.Outcomes;

namespace Tarazy.Policy.Rungs;

/// <summary>What the ladder said to one test of a pack.</summary>
/// <param name="Refusals">None when it carried the decision.</param>
public sealed record TestAnswer(PackTest Test, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>The refusals must be those that the test names, all of them and no other: a test that is refused for a second reason proves nothing of the first.</summary>
    public bool Held => Codes.SequenceEqual(Test.Because.Order(StringComparer.Ordinal), StringComparer.Ordinal);

    public IReadOnlyList<string> Codes { get; } = [.. Refusals.Select(r => r.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}

/// <summary>Puts the tests of a pack to the ladder. Pure.</summary>
public static class HoldTests
{
    /// <param name="law">The pack and the packs that its tests may name clauses of.</param>
    public static IReadOnlyList<TestAnswer> Of(Pack pack, Packs law) =>
        [.. pack.Tests.Select(test => new TestAnswer(test, Ladder.Check(test.Decision, law, test.On, test.Facts)))];

    /// <summary>Clauses that no test names, so that nothing would notice if their line went wrong.</summary>
    public static IReadOnlyList<Clause> Unheld(Pack pack) => [.. pack.Clauses.Where(clause => pack.TestsOf(clause.Ref).Count == 0)];
}
