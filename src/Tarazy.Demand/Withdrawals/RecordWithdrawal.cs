using Tarazy.Demand.Demands;
using Tarazy.Records.Cases;
using Tarazy.Records.Demands;
using Tarazy.Records.Outcomes;

namespace Tarazy.Demand.Withdrawals;

/// <summary>The authority takes its demand back. What was said of it stays in the log.</summary>
public sealed record RecordWithdrawal(DemandId Demand, int Version, ReviewerId Reviewer, string Words);

internal static class RecordWithdrawalHandler
{
    public static Outcome<DemandEvent[]> Handle(RecordWithdrawal command, DemandState state)
    {
        if (state.Status == DemandStatus.Withdrawn)
        {
            return new DemandNotReady(state.Status);
        }

        return DemandText.Owed(command.Words, "words") is { } missing
            ? missing
            : new DemandEvent[] { new DemandWithdrawn(state.Id, command.Reviewer, command.Words.Trim()) };
    }
}
