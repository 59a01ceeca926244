using Tarazy.Records.Outcomes;

namespace Tarazy.Demand.Demands;

public sealed record NoSuchDemand(string Named) : Refusal
{
    public override string Code => "no-such-demand";

    public override string Says => $"There is no demand {Named}.";

    public override IReadOnlyList<object> Facts => [Named];
}

/// <summary>Somebody else acted while this person was reading. Nothing was saved.</summary>
public sealed record DemandMovedOn(int Expected, int Current) : Refusal
{
    public override string Code => "demand-moved-on";

    public override string Says => $"The demand has moved on from version {Expected} to {Current} while you were reading. Nothing was saved; look at what changed.";

    public override IReadOnlyList<object> Facts => [Expected, Current];
}

/// <summary>The demand does not wait for this act.</summary>
public sealed record DemandNotReady(DemandStatus Status) : Refusal
{
    public override string Code => "demand-not-ready";

    public override string Says => $"The demand is {Status}; this step does not follow from there.";

    public override IReadOnlyList<object> Facts => [Status.ToString()];
}

/// <summary>Words are owed, and within a limit.</summary>
public sealed record DemandWordsMissing(string Field, int Most) : Refusal
{
    public override string Code => "demand-words-missing";

    public override string Says => $"Fill in {Field}: at least three words that say something, and at most {Most} characters.";

    public override IReadOnlyList<object> Facts => [Field, Most];
}

/// <summary>What becomes public names authorities and roles, and no way to a person.</summary>
public sealed record WayToAPerson(string Field) : Refusal
{
    public override string Code => "way-to-a-person";

    public override string Says => $"{Field} holds a mailbox, an account or a telephone number. These words become public: name the authority and the role, and no way to a person.";

    public override IReadOnlyList<object> Facts => [Field];
}

/// <summary>There is no measure for it.</summary>
public sealed record DemandIsBlanket() : Refusal
{
    public override string Code => "demand-is-blanket";

    public override string Says => "The demand reaches beyond posts and one channel. No measure reaches that far: narrow it to posts, or refuse it.";
}
