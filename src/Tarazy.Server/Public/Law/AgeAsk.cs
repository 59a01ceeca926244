using Tarazy.Policy.Ages;

namespace Tarazy.Server.Public.Law;

/// <summary>An age question as it comes from outside: the API and the command line ask it.</summary>
/// <param name="Date">The local day of the moment, or of now, without it.</param>
/// <param name="At">With an offset, or on the clocks of the place.</param>
internal sealed record AgeAsk(
    string Place,
    ServiceType Service,
    string? Name,
    DateOnly? Date,
    IReadOnlyList<ThresholdProof> Proofs,
    string? At,
    string? Zone,
    long? Users)
{
    private const int LongestName = 60;
    private const int CountryLetters = 2;

    /// <exception cref="ArgumentException">Something in it cannot be meant; the message says what.</exception>
    public AgeQuestion Question(Jurisdictions places, DateTimeOffset now)
    {
        var code = PlaceCode(Place);
        Demand(Name is not { Length: > LongestName }, nameof(Name), $"The name of a service is at most {LongestName} characters.");
        Demand(Users is not < 0, nameof(Users), "A number of users is not below zero.");
        var zone = LocalMoment.Zone(Zone, places.Find(code));
        DateTimeOffset? at = At is null ? null : LocalMoment.Parse(At, zone);
        return new AgeQuestion(code, Date ?? LocalMoment.Day(at ?? now, zone), Service, Name, Proofs, at, Zone, Users);
    }

    /// <summary>The code in capitals. A word that is no code is refused, so that a name of a country does not become "no rule is known".</summary>
    public static string PlaceCode(string place) => place.Trim().ToUpperInvariant() is var code && IsCode(code)
        ? code
        : throw new ArgumentException("The place is no code of a country or of a part of one; one looks like AU, US-FL or EU.", nameof(place));

    private static void Demand(bool holds, string field, string says)
    {
        if (!holds)
        {
            throw new ArgumentException(says, field);
        }
    }

    /// <summary>ISO 3166-1 alpha-2, or ISO 3166-2 after a hyphen.</summary>
    private static bool IsCode(string code) => code.Length >= CountryLetters && code[..CountryLetters].All(char.IsAsciiLetterUpper)
        && (code.Length == CountryLetters
            || (code[CountryLetters] == '-' && code[(CountryLetters + 1)..] is { Length: > 0 and <= 3 } part && part.All(char.IsAsciiLetterOrDigit)));
}
