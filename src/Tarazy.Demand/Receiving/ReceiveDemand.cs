using Tarazy.Demand.Demands;
using Tarazy.Policy.Law;
using Tarazy.Records.Canonical;
using Tarazy.Records.Cases;
using Tarazy.Records.Demands;
using Tarazy.Records.Outcomes;
using Tarazy.Records.Posts;

namespace Tarazy.Demand.Receiving;

/// <summary>A person takes in what an authority of a state asks of the desk, or of a platform with a copy to the desk.</summary>
/// <param name="Letter">Addresses as they were typed; they are read here.</param>
public sealed record ReceiveDemand(ReviewerId Reviewer, DemandLetter Letter, DemandSeal? Seal = null);

internal static class ReceiveDemandHandler
{
    private const int MostAddresses = 100;
    private const int Sha256Letters = 64;

    /// <summary>The same authority asking the same thing on the same day is one demand.</summary>
    public static DemandId IdOf(DemandLetter letter) => new("demand:" + ContentId.Of(
    [
        letter.Issuer.Jurisdiction,
        letter.Issuer.Name.Trim().ToUpperInvariant(),
        letter.Reference?.Trim() ?? "",
        letter.Kind.ToString(),
        letter.ReceivedAt.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        letter.Scope.Territory ?? "",
        letter.Scope.Whole?.Trim() ?? "",
        .. letter.Scope.Data.Select(d => d.ToString()),
        .. letter.Scope.Addresses.Order(StringComparer.Ordinal),
    ]));

    public static Outcome<DemandEvent[]> Handle(ReceiveDemand command, string number, Packs law, DateTimeOffset now)
    {
        var (letter, refusals) = Read(command.Letter, now);
        refusals.AddRange(SealChecks.Of(command.Seal, law.Find(letter.Issuer.Jurisdiction), DateOnly.FromDateTime(now.UtcDateTime)));
        if (refusals.Count > 0)
        {
            return Outcome<DemandEvent[]>.Refused(refusals);
        }

        var id = IdOf(letter);
        var received = new DemandReceived(id, number, command.Reviewer, letter, DemandClock.Due(letter, law), command.Seal);
        return command.Seal is { } seal
            ? new DemandEvent[] { received, new DemandSealed(id, command.Reviewer, seal) }
            : new DemandEvent[] { received };
    }

    private static (DemandLetter Letter, List<Refusal> Refusals) Read(DemandLetter letter, DateTimeOffset now)
    {
        var refusals = new List<Refusal?>
        {
            DemandText.Named(letter.Issuer.Name, "issuer"),
            IsCode(letter.Issuer.Jurisdiction) ? null : new DemandNameMissing("jurisdiction", 2),
            DemandText.Named(letter.Ground.Law, "law"),
            DemandText.Named(letter.Ground.Article, "article"),
            DemandText.Owed(letter.Ground.Quote, "quote"),
            DemandText.Named(letter.Language, "language"),
            letter.ReceivedAt <= now ? null : new DemandFromTomorrow(letter.ReceivedAt),
            letter.Reference is { Length: > DemandText.LongestName } ? new DemandNameMissing("reference", DemandText.LongestName) : null,
        };
        refusals.AddRange(OrderChecks(letter.CourtOrder, DateOnly.FromDateTime(now.UtcDateTime)));
        var (scope, faults) = ReadScope(letter.Scope, letter.Kind);
        return (letter with { Scope = scope }, [.. refusals.OfType<Refusal>(), .. faults]);
    }

    private static IEnumerable<Refusal?> OrderChecks(CourtOrder? order, DateOnly today) => order is null
        ? []
        :
        [
            DemandText.Named(order.Court, "court"),
            DemandText.Named(order.Number, "order-number"),
            order.Sha256 is { Length: Sha256Letters } hash && hash.All(char.IsAsciiHexDigitLower) ? null : new OrderWithoutHash(),
            order.IssuedOn > DateOnly.MinValue && order.IssuedOn <= today.AddDays(1) ? null : new OrderNotDated(),
        ];

    /// <summary>Reads addresses and words; also for a narrowing, which is typed in the same fields.</summary>
    internal static (DemandScope Scope, IReadOnlyList<Refusal> Refusals) ReadScope(DemandScope typed, DemandKind kind)
    {
        var whole = typed.Whole?.Trim() is { Length: > 0 } words ? words : null;
        var places = typed.Addresses.Select(a => (Typed: a, Place: PublicPlace.Parse(a))).ToList();
        var scope = new DemandScope(
            [.. places.Where(p => p.Place is not null).Select(p => p.Place!.Address).Distinct(StringComparer.Ordinal)],
            typed.Territory?.Trim().ToUpperInvariant() is { Length: > 0 } territory ? territory : null,
            whole,
            [.. typed.Data.Distinct().Order()]);
        List<Refusal?> refusals =
        [
            .. places.Where(p => p.Place is null).Select(p => new AddressNotPublic(p.Typed)),
            scope.Addresses.Count > MostAddresses ? new TooManyAddresses(MostAddresses) : null,
            scope is { Addresses.Count: 0, Whole: null } && !AsksForInformation(scope, kind) ? new NothingNamed() : null,
            whole is null ? null : DemandText.Quoted(whole, "whole"),
            scope.Territory is null || IsCode(scope.Territory.ToLowerInvariant()) ? null : new DemandNameMissing("territory", 2),
        ];
        return (scope, [.. refusals.OfType<Refusal>()]);
    }

    private static bool AsksForInformation(DemandScope scope, DemandKind kind) =>
        kind is DemandKind.Data or DemandKind.OtherInformation && scope.Data.Count > 0;

    private static bool IsCode(string? text) => text is { Length: 2 } && text.All(char.IsAsciiLetterLower);
}
