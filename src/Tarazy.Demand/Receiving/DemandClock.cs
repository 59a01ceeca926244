using Tarazy.Policy.Clocks;
using Tarazy.Policy.Law;
using Tarazy.Records.Demands;

namespace Tarazy.Demand.Receiving;

/// <summary>
/// When an answer is due. A clock that the law sets goes before what the demand asks for; a clock of the desk's own does not,
/// so there the earlier of the two counts. Past it the desk is late, and nothing else follows.
/// </summary>
internal static class DemandClock
{
    public static DateTimeOffset? Due(DemandLetter letter, Packs law)
    {
        if (law.Find(letter.Issuer.Jurisdiction) is not { } pack
            || pack.FindDemand(letter.Kind)?.Clock is not { } id
            || pack.FindClock(id) is not { } clock
            || clock.OwedBy != (letter.AddressedTo == AddressedTo.Desk ? ClockOwner.Desk : ClockOwner.Platform)
            || Deadlines.Due(clock, pack.Calendar, letter.ReceivedAt).Value is not { } due)
        {
            return letter.AsksBy;
        }

        return clock.SetBy == ClockSetter.Law || letter.AsksBy is not { } asked || due.At < asked ? due.At : asked;
    }
}
