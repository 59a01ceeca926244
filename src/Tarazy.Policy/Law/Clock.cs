namespace Tarazy.Policy.Law;

/// <summary>A period within which somebody must act.</summary>
/// <param name="LawSays">The words of the law, where it gives no number, e.g. <c>without undue delay</c>.</param>
/// <param name="SetBy">Whether the number is the law's or the desk's own.</param>
public sealed record Clock(
    string Id,
    LocalText Says,
    string Law,
    int Count,
    ClockUnit Unit,
    ClockStart Starts,
    ClockOwner OwedBy,
    ClockSetter SetBy,
    string? LawSays,
    Provenance Provenance);

public enum ClockUnit
{
    Hours,
    Days,
    WorkingDays,
    Months,
}

public enum ClockStart
{
    Detected,
    Sent,
    Received,
    Decided,
}

public enum ClockOwner
{
    Desk,
    Platform,
    Complainant,
}

public enum ClockSetter
{
    Law,
    Desk,
}
