using Tarazy.Demand.Demands;
using Tarazy.Records.Cases;
using Tarazy.Records.Demands;
using Tarazy.Records.Outcomes;

namespace Tarazy.Demand.Answers;

/// <summary>Refuses, notes, or proposes to comply. To comply takes two people; to refuse takes one.</summary>
public sealed record AnswerDemand(DemandId Demand, int Version, ReviewerId Reviewer, DemandAnswer Answer);

/// <summary>Another person agrees to comply, or does not.</summary>
/// <param name="Words">Why not; not asked for with an agreement.</param>
public sealed record ReadAnswer(DemandId Demand, int Version, ReviewerId Reviewer, bool Agrees, string Words);

internal static class AnswerDemandHandler
{
    public static Outcome<DemandEvent[]> Handle(AnswerDemand command, DemandState state, AnswerFacts facts)
    {
        if (state.Status != DemandStatus.Open)
        {
            return new DemandNotReady(state.Status);
        }

        if (AnswerChecks.Of(command.Answer, state, facts) is { Count: > 0 } refusals)
        {
            return Outcome<DemandEvent[]>.Refused(refusals);
        }

        var answer = command.Answer with { Words = command.Answer.Words.Trim(), Reasons = [.. command.Answer.Reasons.Distinct()] };
        return answer.Outcome is DemandOutcome.Complied or DemandOutcome.CompliedInPart
            ? new DemandEvent[] { new AnswerProposed(state.Id, command.Reviewer, answer) }
            : new DemandEvent[] { new DemandAnswered(state.Id, command.Reviewer, ProposedBy: null, answer) };
    }

    public static Outcome<DemandEvent[]> Handle(ReadAnswer command, DemandState state, AnswerFacts facts)
    {
        if (state is not { Status: DemandStatus.AwaitingSecondPerson, Proposed: { } proposed })
        {
            return new DemandNotReady(state.Status);
        }

        if (command.Reviewer == proposed.By)
        {
            return new SamePerson();
        }

        if (!command.Agrees)
        {
            return DemandText.Owed(command.Words, "words") is { } missing
                ? missing
                : new DemandEvent[] { new AnswerDiffered(state.Id, command.Reviewer, command.Words.Trim()) };
        }

        // Between the two a clause can have ended and a case can have been reversed.
        return AnswerChecks.Of(proposed.Answer, state, facts) is { Count: > 0 } refusals
            ? Outcome<DemandEvent[]>.Refused(refusals)
            : new DemandEvent[] { new DemandAnswered(state.Id, command.Reviewer, proposed.By, proposed.Answer) };
    }
}
