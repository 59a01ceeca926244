using System.Text.RegularExpressions;
using Tarazy.Policy.StateMeasures;
using Tarazy.Records.Cases;
using Tarazy.Records.Outcomes;

namespace Tarazy.Publish.StateMeasures;

/// <summary>Puts a record into the register that nobody has brought yet.</summary>
public sealed record AddMeasure(StateMeasure Record, string Reason, ReviewerId By);

/// <summary>Replaces what a record says by a new edition; the old one stays readable.</summary>
/// <param name="Version">The version that the person was reading.</param>
public sealed record ReviseMeasure(StateMeasure Record, int Version, string Reason, ReviewerId By);

/// <summary>One file for both, because the same things are owed of a record whether it is new or changed.</summary>
internal static partial class WriteMeasureHandler
{
    internal const int LongestReason = 500;
    private const int LongestText = 4_000;
    private const int MostSources = 30;

    public static Outcome<MeasureEvent[]> Handle(AddMeasure command, MeasureState? state)
    {
        if (state is not null)
        {
            return new MeasureExists(command.Record.Id);
        }

        var refusals = Check(command.Record, command.Reason);
        if (!Id().IsMatch(command.Record.Id) || !command.Record.Id.StartsWith(command.Record.Country + "-", StringComparison.Ordinal))
        {
            refusals.Insert(0, new MeasureIdOdd(command.Record.Id, command.Record.Country));
        }

        return refusals.Count > 0
            ? Outcome<MeasureEvent[]>.Refused(refusals)
            : new MeasureEvent[] { new MeasureEntered(command.Record, MeasureOrigin.Desk, command.Reason.Trim()) };
    }

    public static Outcome<MeasureEvent[]> Handle(ReviseMeasure command, MeasureState? state)
    {
        if (state is null)
        {
            return new NoSuchMeasure(command.Record.Id);
        }

        if (state.Version != command.Version)
        {
            return new MeasureMovedOn(command.Version, state.Version);
        }

        if (MeasureFields.Between(state.Record, command.Record).Count == 0 && state.Withdrawn is null)
        {
            return new NothingRevised();
        }

        var refusals = Check(command.Record, command.Reason);
        return refusals.Count > 0
            ? Outcome<MeasureEvent[]>.Refused(refusals)
            : new MeasureEvent[] { new MeasureRevised(command.Record, MeasureOrigin.Desk, command.Reason.Trim()) };
    }

    private static List<Refusal> Check(StateMeasure record, string reason)
    {
        var refusals = new List<Refusal>();
        if (reason.Trim() is not { Length: > 0 and <= LongestReason })
        {
            refusals.Add(new MeasureReasonMissing(LongestReason));
        }

        refusals.AddRange(MeasureRules.Owed(record).Select(fault => new MeasureFaulty(fault.Field, fault.Fault)));
        if (record.Sources.Count > MostSources)
        {
            refusals.Add(new MeasureTooLong("sources", MostSources));
        }

        refusals.AddRange(MeasureFields.Of(record)
            .Where(field => field.Name != "sources" && field.Text.Length > LongestText)
            .Select(field => new MeasureTooLong(field.Name, LongestText)));
        return refusals;
    }

    [GeneratedRegex(@"^[A-Z]{2}(-[A-Z0-9]{1,20}){1,4}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Id();
}
