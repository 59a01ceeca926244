using Tarazy.Policy.Law;
using Tarazy.Policy.Loading;
using Tarazy.Records.Cases;
using Tarazy.Records.Outcomes;

namespace Tarazy.Policy.Rungs;

/// <summary>A fine has fallen because the wrong entity was addressed, so who is asked is checked like the clause.</summary>
internal static class AddresseeChecks
{
    public static IEnumerable<Refusal> Of(Decision decision, Pack pack, DateOnly on, CaseFacts facts)
    {
        if (string.IsNullOrWhiteSpace(decision.Addressee))
        {
            return [new NoAddressee()];
        }

        return pack.FindAddressee(decision.Addressee) is { } addressee
            ? Of(decision, pack, addressee, on, facts)
            : [new AddresseeUnknown(decision.Addressee)];
    }

    private static IEnumerable<Refusal> Of(Decision decision, Pack pack, Addressee addressee, DateOnly on, CaseFacts facts)
    {
        if (!addressee.InService.On(on))
        {
            yield return new AddresseeNotInService(addressee.Id, on);
        }

        if (!addressee.Takes(pack.Jurisdiction, facts.Standing))
        {
            yield return new AddresseeNotForDesk(addressee.Id, string.Join(", ", addressee.MayUse.Select(Words.Of)));
        }

        if (addressee.Address is null)
        {
            yield return new AddresseeAddressUnknown(addressee.Id);
        }

        if (!addressee.Measures.Contains(decision.Measure))
        {
            yield return new AddresseeNotForMeasure(addressee.Id, decision.Measure);
        }
    }
}
