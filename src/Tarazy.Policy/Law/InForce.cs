namespace Tarazy.Policy.Law;

/// <summary>The days on which a line of a pack holds, the first and the last included.</summary>
/// <param name="From">Null when the first day is not known; then the line holds from <paramref name="Seen"/> on and no earlier.</param>
/// <param name="Seen">The day on which somebody saw it in force.</param>
/// <param name="To">Null while no end is known.</param>
public sealed record InForce(DateOnly? From, DateOnly? Seen, DateOnly? To)
{
    public bool On(DateOnly day) => (From ?? Seen) is { } first && day >= first && (To is null || day <= To);
}
