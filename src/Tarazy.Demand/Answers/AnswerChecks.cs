using Tarazy.Demand.Basis;
using Tarazy.Demand.Demands;
using Tarazy.Demand.Linking;
using Tarazy.Policy.Law;
using Tarazy.Records.Cases;
using Tarazy.Records.Demands;
using Tarazy.Records.Outcomes;
using Tarazy.TransparencyLog.Receipts;

namespace Tarazy.Demand.Answers;

/// <summary>What was looked up for an answer, before it is decided on.</summary>
/// <param name="Receiving">The entry of the receiving, as the log proves it.</param>
/// <param name="Case">The linked case as it stands now; null when none is linked or it cannot be found.</param>
internal sealed record AnswerFacts(EntryProof Receiving, DemandedCase? Case, Packs Law, DateTimeOffset Now);

/// <summary>What stands against an answer. Asked when it is proposed and again when the second person agrees.</summary>
internal static class AnswerChecks
{
    private const int MostGiven = 1_000_000;

    public static IReadOnlyList<Refusal> Of(DemandAnswer answer, DemandState state, AnswerFacts facts)
    {
        List<Refusal> refusals = [];
        if (facts.Receiving.Index is null)
        {
            refusals.Add(new DemandNotInLog(facts.Receiving.Why ?? ""));
        }

        if (DemandText.Owed(answer.Words, "words") is { } missing)
        {
            refusals.Add(missing);
        }

        if (answer.Outcome is DemandOutcome.Refused or DemandOutcome.CompliedInPart && answer.Reasons.Count == 0)
        {
            refusals.Add(new NoRefusalReason());
        }

        refusals.AddRange(answer.Outcome switch
        {
            DemandOutcome.Complied or DemandOutcome.CompliedInPart => OfComplying(answer, state, facts),
            DemandOutcome.Noted when state.Letter.AddressedTo == AddressedTo.Desk => [new DemandIsToTheDesk()],
            _ => answer.Given.Count > 0 ? [new NothingIsGiven()] : [],
        });
        return refusals;
    }

    private static IEnumerable<Refusal> OfComplying(DemandAnswer answer, DemandState state, AnswerFacts facts)
    {
        if (!state.IsVerified)
        {
            yield return new IssuerUnverified();
        }

        if (state.Scope.Data.Contains(AskedData.WhoAPersonIs))
        {
            yield return new DeskDoesNotKnow();
        }

        if (state.Scope.IsBlanket(state.Letter.Kind))
        {
            yield return new DemandIsBlanket();
        }
        else if (state.Basis is not { } basis)
        {
            yield return new BasisUnchecked();
        }
        else
        {
            foreach (var lacking in BasisChecks.Of(state, basis.Clause, facts.Law, facts.Now))
            {
                yield return lacking;
            }
        }

        foreach (var refusal in state.Scope.Asks(state.Letter.Kind) is { } asked ? OfMeasure(asked, answer, state.Scope, facts.Case) : OfGiven(answer, state))
        {
            yield return refusal;
        }
    }

    // A demand never skips the three-part test: what is done is what a case came to, and never more.
    private static IEnumerable<Refusal> OfMeasure(Measure asked, DemandAnswer answer, DemandScope scope, DemandedCase? found)
    {
        if (answer.Given.Count > 0)
        {
            yield return new NothingIsGiven();
        }

        if (found is not { Decided: { } decided })
        {
            yield return new NoDecidedCase();
        }
        else if (decided == Measure.LeaveAlone)
        {
            yield return new CaseLeftAlone(found.Number);
        }
        else if (answer.Outcome == DemandOutcome.Complied && decided != asked)
        {
            yield return new CaseCameToLess(found.Number, decided, asked);
        }

        // The scope can have been narrowed since the case was linked.
        var covered = found is null ? 0 : scope.Addresses.Count(found.Covers);
        if (found is not null && (covered == 0 || (covered < scope.Addresses.Count && answer.Outcome == DemandOutcome.Complied)))
        {
            yield return new CaseCoversLess(found.Number, covered, scope.Addresses.Count);
        }
    }

    private static IEnumerable<Refusal> OfGiven(DemandAnswer answer, DemandState state)
    {
        if (answer.Given.Count == 0 || answer.Given.Any(g => g.Count is < 1 or > MostGiven) || answer.Given.DistinctBy(g => g.What).Count() != answer.Given.Count)
        {
            yield return new NothingCounted();
        }

        foreach (var given in answer.Given.Where(g => !state.Scope.Data.Contains(Enum.Parse<AskedData>(g.What.ToString()))))
        {
            yield return new GivenUnasked(given.What);
        }
    }
}
