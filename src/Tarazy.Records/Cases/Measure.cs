namespace Tarazy.Records.Cases;

/// <summary>
/// The ladder of remedies, mildest first. It ends at one channel: there is no rung, here or anywhere, for a service.
/// </summary>
public enum Measure
{
    LeaveAlone = 0,
    Context = 1,
    Label = 2,
    AskAuthor = 3,
    AgeRestrict = 4,
    GeoRestrictPost = 5,
    RemovePost = 6,
    RestrictChannel = 7,
}

public static class MeasureFacts
{
    /// <summary>Rungs above <see cref="Measure.Label"/> restrict somebody: answers, a second reader and an end date are owed.</summary>
    public static bool Restricts(this Measure measure) => measure > Measure.Label;

    /// <summary>Rungs that are carried out by asking somebody outside the desk.</summary>
    public static bool NeedsNotice(this Measure measure) => measure >= Measure.AskAuthor;
}
