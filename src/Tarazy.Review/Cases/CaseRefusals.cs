using Tarazy.Records.Cases;
using Tarazy.Records.Outcomes;

namespace Tarazy.Review.Cases;

/// <summary>The desk knows no such case.</summary>
public sealed record NoSuchCase(string Named) : Refusal
{
    public override string Code => "no-such-case";

    public override string Says => $"There is no case {Named}.";

    public override IReadOnlyList<object> Facts => [Named];
}

/// <summary>Somebody else acted while this person was reading. Nothing was saved.</summary>
public sealed record CaseMovedOn(int Expected, int Current) : Refusal
{
    public override string Code => "case-moved-on";

    public override string Says => $"The case has moved on from version {Expected} to {Current} while you were reading. Nothing was saved; look at what changed and decide again.";

    public override IReadOnlyList<object> Facts => [Expected, Current];
}

/// <summary>Another person holds the case just now.</summary>
public sealed record ClaimedByAnother(ReviewerId By, DateTimeOffset Until) : Refusal
{
    public override string Code => "claimed-by-another";

    public override string Says => $"{By} is reading this case until {Until:HH:mm} UTC. Wait, or ask them to release it.";

    public override IReadOnlyList<object> Facts => [By.Value, Until];
}

/// <summary>The case does not wait for this act.</summary>
public sealed record NotWaitingForThis(CaseStatus Status) : Refusal
{
    public override string Code => "not-waiting-for-this";

    public override string Says => $"The case is {Status}; it does not wait for this step.";

    public override IReadOnlyList<object> Facts => [Status.ToString()];
}
