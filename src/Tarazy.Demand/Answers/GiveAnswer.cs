using Tarazy.Demand.Demands;
using Tarazy.Records.Cases;
using Tarazy.Records.Demands;
using Tarazy.Records.Outcomes;
using Tarazy.TransparencyLog.Receipts;

namespace Tarazy.Demand.Answers;

/// <summary>The authority is told what the desk answered. Only what stands in the log is said.</summary>
/// <param name="Proof">How it was told.</param>
public sealed record GiveAnswer(DemandId Demand, int Version, ReviewerId Reviewer, string Proof);

internal static class GiveAnswerHandler
{
    /// <param name="answer">The entry of the answer, as the log proves it.</param>
    public static Outcome<DemandEvent[]> Handle(GiveAnswer command, DemandState state, EntryProof answer)
    {
        if (state.Status != DemandStatus.Answered)
        {
            return new DemandNotReady(state.Status);
        }

        if (answer.Index is not { } index)
        {
            return new AnswerNotInLog(answer.Why ?? "");
        }

        return DemandText.Noted(command.Proof, "proof") is { } missing
            ? missing
            : new DemandEvent[] { new AnswerGiven(state.Id, command.Reviewer, index, command.Proof.Trim()) };
    }
}
