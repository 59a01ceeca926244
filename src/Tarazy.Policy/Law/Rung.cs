using Tarazy.Records.Cases;

namespace Tarazy.Policy.Law;

/// <summary>What one rung of the ladder costs in a jurisdiction. A pack may ask for more than <see cref="Least"/>, never for less.</summary>
/// <param name="Readers">How many people must have read the case.</param>
/// <param name="LongestDays">How long the measure may last; null up to <see cref="Measure.Label"/>.</param>
/// <param name="UpheldNotices">How many upheld notices of the same channel must come before.</param>
public sealed record Rung(Measure Measure, int Readers, IReadOnlyList<Owed> Owed, int? LongestDays, int UpheldNotices)
{
    private static readonly Owed[] OfARestriction = [Law.Owed.Reasons, Law.Owed.Clause, Law.Owed.ThreePartTest, Law.Owed.EndDate, Law.Owed.Addressee];

    /// <summary>A channel may be restricted only after this many upheld notices.</summary>
    public const int LeastUpheldNotices = 2;

    public bool Owes(Owed owed) => Owed.Contains(owed);

    /// <summary>The floor under every pack.</summary>
    public static Rung Least(Measure measure) => measure switch
    {
        Measure.LeaveAlone => new(measure, 1, [], null, 0),
        Measure.Context or Measure.Label => new(measure, 1, [Law.Owed.Reasons], null, 0),
        Measure.AskAuthor or Measure.AgeRestrict or Measure.RemovePost => new(measure, 2, OfARestriction, null, 0),
        Measure.GeoRestrictPost => new(measure, 2, [.. OfARestriction, Law.Owed.Territory], null, 0),
        Measure.RestrictChannel => new(measure, 2, [.. OfARestriction, Law.Owed.ChannelReasons], null, LeastUpheldNotices),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "The ladder has no such rung."),
    };
}

/// <summary>What a reviewer owes for a rung.</summary>
public enum Owed
{
    Reasons,
    Clause,
    ThreePartTest,
    EndDate,
    Addressee,
    Territory,
    ChannelReasons,
}

/// <summary>From which scores on the Rabat answers carry something, of 4.</summary>
/// <param name="Met">The score from which a factor counts as met; a referral to criminal law needs all six.</param>
public sealed record RabatThresholds(int LeastIntent, int LeastLikelihood, int Met)
{
    /// <summary>Under this score a factor speaks against the measure, so no pack may ask for less.</summary>
    public const int Floor = 2;
}
