using Tarazy.Policy.StateMeasures;
using Tarazy.Storage.Events;

namespace Tarazy.Publish.StateMeasures;

/// <summary>One record as its events have made it.</summary>
/// <param name="Version">Number of events so far. An edit names the version it was made on.</param>
/// <param name="Editions">Everything that changed what is shown, oldest first.</param>
/// <param name="Withdrawn">Why it does not stand any more; null while it stands.</param>
/// <param name="Shipped">What the newest release says of it; null for a record that only this desk has.</param>
/// <param name="ShippedDiffers">That it says something else, and nobody here has answered that yet.</param>
public sealed record MeasureState(
    StateMeasure Record,
    int Version,
    IReadOnlyList<MeasureEdition> Editions,
    string? Withdrawn,
    StateMeasure? Shipped,
    bool ShippedDiffers)
{
    /// <summary>The last time anything that readers see was changed.</summary>
    public DateTimeOffset ChangedAt => Editions[^1].At;

    /// <summary>Whether a person of this desk has had a hand in it; a release never overwrites it then.</summary>
    public bool IsTheDesks => Editions.Any(edition => edition.Origin == MeasureOrigin.Desk);

    public static MeasureState? Fold(IEnumerable<Recorded<MeasureEvent>> history)
    {
        MeasureState? state = null;
        foreach (var recorded in history)
        {
            state = Next(state, recorded);
        }

        return state;
    }

    private static MeasureState Next(MeasureState? before, Recorded<MeasureEvent> recorded)
    {
        if (recorded.Event is MeasureEntered entered)
        {
            var first = new MeasureEdition(recorded.Version, recorded.At, entered.Origin, EditionKind.Entered, entered.Record, entered.Reason, []);
            return new(entered.Record, recorded.Version, [first], null, entered.Origin == MeasureOrigin.Shipped ? entered.Record : null, false);
        }

        var state = before ?? throw new InvalidDataException($"The history of {recorded.Subject} does not begin with its first edition.");
        return recorded.Event switch
        {
            MeasureRevised revised => state.With(recorded, revised.Origin, EditionKind.Revised, revised.Record, revised.Reason) with
            {
                Withdrawn = null,
                Shipped = revised.Origin == MeasureOrigin.Shipped ? revised.Record : state.Shipped,
                ShippedDiffers = false,
            },
            MeasureWithdrawn withdrawn => state.With(recorded, MeasureOrigin.Desk, EditionKind.Withdrawn, state.Record, withdrawn.Reason) with
            {
                Withdrawn = withdrawn.Reason,
                ShippedDiffers = false,
            },
            ShippedMeasureChanged changed => state with
            {
                Version = recorded.Version,
                Shipped = changed.Record,
                ShippedDiffers = MeasureFields.Between(state.Record, changed.Record).Count > 0,
            },
            MeasureKept => state with { Version = recorded.Version, ShippedDiffers = false },
            _ => throw new InvalidDataException($"Event {recorded.Seq} of {recorded.Subject} is of a kind that this release does not know."),
        };
    }

    private MeasureState With(Recorded<MeasureEvent> recorded, MeasureOrigin origin, EditionKind kind, StateMeasure record, string? reason)
    {
        var edition = new MeasureEdition(recorded.Version, recorded.At, origin, kind, record, reason, MeasureFields.Between(Record, record));
        return this with { Record = record, Version = recorded.Version, Editions = [.. Editions, edition] };
    }
}

/// <summary>One thing that changed what is shown.</summary>
/// <param name="Number">The version that it made; a permanent address of this edition names it.</param>
/// <param name="Origin">By role, never by name: who wrote it is in the desk's own table.</param>
/// <param name="Changes">What differs from the edition before; nothing in the first.</param>
public sealed record MeasureEdition(
    int Number,
    DateTimeOffset At,
    MeasureOrigin Origin,
    EditionKind Kind,
    StateMeasure Record,
    string? Reason,
    IReadOnlyList<MeasureChange> Changes);

public enum EditionKind
{
    Entered,
    Revised,
    Withdrawn,
}
