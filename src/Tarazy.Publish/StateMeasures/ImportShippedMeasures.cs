using Tarazy.Policy.StateMeasures;
using Tarazy.Storage.Events;

namespace Tarazy.Publish.StateMeasures;

/// <summary>
/// Takes the records of a release into the register. The first time each becomes a first edition; after that only what a release has
/// changed is taken. A record that a person of this desk has written or withdrawn is never overwritten: an admin is told instead.
/// </summary>
internal static class ImportShippedMeasures
{
    public static IReadOnlyList<(string Subject, MeasureEvent Event)> Decide(
        IReadOnlyList<StateMeasure> shipped, ILookup<string, Recorded<MeasureEvent>> histories)
    {
        var happened = new List<(string, MeasureEvent)>();
        foreach (var record in shipped)
        {
            if (Of(record, MeasureState.Fold(histories[record.Id])) is { } what)
            {
                happened.Add((record.Id, what));
            }
        }

        return happened;
    }

    private static MeasureEvent? Of(StateMeasure record, MeasureState? state) => state switch
    {
        null => new MeasureEntered(record, MeasureOrigin.Shipped),
        { Shipped: { } known } when MeasureFields.Between(known, record).Count == 0 => null,
        { IsTheDesks: true } => new ShippedMeasureChanged(record),
        _ => new MeasureRevised(record, MeasureOrigin.Shipped),
    };
}
