using Tarazy.Records.Outcomes;

namespace Tarazy.Notice.Notices;

public sealed record NoSuchNotice(string Named) : Refusal
{
    public override string Code => "no-such-notice";

    public override string Says => $"There is no notice {Named}.";

    public override IReadOnlyList<object> Facts => [Named];
}

/// <summary>Somebody else acted while this person was reading. Nothing was saved.</summary>
public sealed record NoticeMovedOn(int Expected, int Current) : Refusal
{
    public override string Code => "notice-moved-on";

    public override string Says => $"The notice has moved on from version {Expected} to {Current} while you were reading. Nothing was saved; look at what changed.";

    public override IReadOnlyList<object> Facts => [Expected, Current];
}

/// <summary>The notice does not wait for this act.</summary>
public sealed record NoticeNotReady(NoticeStatus Status) : Refusal
{
    public override string Code => "notice-not-ready";

    public override string Says => $"The notice is {Status}; this step does not follow from there.";

    public override IReadOnlyList<object> Facts => [Status.ToString()];
}

/// <summary>Words are owed, and within a limit.</summary>
public sealed record WordsMissing(string Field, int Most) : Refusal
{
    public override string Code => "words-missing";

    public override string Says => $"Fill in {Field}, with at most {Most} characters.";

    public override IReadOnlyList<object> Facts => [Field, Most];
}
