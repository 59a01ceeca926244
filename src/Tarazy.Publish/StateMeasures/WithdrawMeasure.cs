using Tarazy.Records.Cases;
using Tarazy.Records.Outcomes;

namespace Tarazy.Publish.StateMeasures;

/// <summary>Says of a record that it should not have stood. Nothing is deleted.</summary>
public sealed record WithdrawMeasure(string Id, int Version, string Reason, ReviewerId By);

/// <summary>Answers a shipped record that differs from the desk's: the desk's stays.</summary>
public sealed record KeepMeasure(string Id, int Version, string Reason, ReviewerId By);

internal static class WithdrawMeasureHandler
{
    public static Outcome<MeasureEvent[]> Handle(WithdrawMeasure command, MeasureState? state)
    {
        if (Refused(command.Id, command.Version, command.Reason, state) is { } refusal)
        {
            return refusal;
        }

        return state!.Withdrawn is null
            ? new MeasureEvent[] { new MeasureWithdrawn(command.Reason.Trim()) }
            : new NothingRevised();
    }

    public static Outcome<MeasureEvent[]> Handle(KeepMeasure command, MeasureState? state)
    {
        if (Refused(command.Id, command.Version, command.Reason, state) is { } refusal)
        {
            return refusal;
        }

        return state!.ShippedDiffers
            ? new MeasureEvent[] { new MeasureKept(command.Reason.Trim()) }
            : new NothingRevised();
    }

    private static Refusal? Refused(string id, int version, string reason, MeasureState? state)
    {
        if (state is null)
        {
            return new NoSuchMeasure(id);
        }

        if (state.Version != version)
        {
            return new MeasureMovedOn(version, state.Version);
        }

        return reason.Trim() is { Length: > 0 and <= WriteMeasureHandler.LongestReason } ? null : new MeasureReasonMissing(WriteMeasureHandler.LongestReason);
    }
}
