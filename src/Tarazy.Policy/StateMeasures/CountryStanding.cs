namespace Tarazy.Policy.StateMeasures;

/// <summary>What stands in one country on a day, as far as the register knows.</summary>
/// <param name="Standing">In force that day, what weighs most first.</param>
/// <param name="Pending">Begun and not decided.</param>
/// <param name="Unconfirmed">Reported, and confirmed by nobody: shown, and never counted as standing.</param>
/// <param name="Undone">Taken back or set aside.</param>
public sealed record CountryStanding(
    string Country,
    IReadOnlyList<StateMeasure> Standing,
    IReadOnlyList<StateMeasure> Pending,
    IReadOnlyList<StateMeasure> Unconfirmed,
    IReadOnlyList<StateMeasure> Undone,
    int All)
{
    /// <summary>The heaviest family of what stands; null where nothing does.</summary>
    public KindFamily? Heaviest => Standing.Count == 0 ? null : Standing.Min(measure => measure.Kind.Family());

    /// <summary>Where the country belongs in a list by what stands.</summary>
    public StandingGroup Group => Heaviest switch
    {
        null => StandingGroup.Nothing,
        KindFamily.WholeService => StandingGroup.Whole,
        KindFamily.PartOrSpeed => StandingGroup.Part,
        _ => StandingGroup.Other,
    };

    /// <summary>Every country of the records, those with the heaviest measure first, then by code.</summary>
    public static IReadOnlyList<CountryStanding> On(IReadOnlyList<StateMeasure> measures, DateOnly day) =>
    [
        .. measures.GroupBy(measure => measure.Country, StringComparer.Ordinal)
            .Select(group => Of(group.Key, [.. group], day))
            .OrderBy(country => country.Group)
            .ThenBy(country => country.Country, StringComparer.Ordinal),
    ];

    private static CountryStanding Of(string country, IReadOnlyList<StateMeasure> measures, DateOnly day) => new(
        country,
        [.. measures.Where(measure => Counts(measure) && measure.On(day)).OrderBy(measure => measure.Kind.Family())],
        [.. measures.Where(measure => measure.Status == StateMeasureStatus.Pending && measure.On(day))],
        [.. measures.Where(measure => measure.Status == StateMeasureStatus.ReportedUnconfirmed)],
        [.. measures.Where(measure => measure.WasUndone)],
        measures.Count);

    // A measure that was open on that day and ended since is in the record with its end; one that was never carried out stands nowhere.
    private static bool Counts(StateMeasure measure) =>
        measure.Status is not (StateMeasureStatus.Pending or StateMeasureStatus.ReportedUnconfirmed or StateMeasureStatus.ConsideredOnly)
        && measure.Kind.Family() != KindFamily.OrderOnly;
}

/// <summary>Countries by what stands there.</summary>
public enum StandingGroup
{
    Whole,
    Part,
    Other,
    Nothing,
}
