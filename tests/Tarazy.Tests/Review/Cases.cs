using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Records.Posts;
using Tarazy.Review.Cases;

namespace Tarazy.Tests.Review;

/// <summary>Cases in the states that tests need.</summary>
internal static class Cases
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    public static readonly CaseId Id = new("case:1");
    public static readonly ReviewerId First = new("R-01");
    public static readonly ReviewerId Second = new("R-02");
    public static readonly ClauseRef Clause = new("kz", "crim-170");

    public static CaseState Open(int version = 1) => new()
    {
        Id = Id,
        Opened = new CaseOpened(
            Id, "C-2026-0001", new PostId("telegram:1/1#a"), new ChannelId("telegram:1"), null, new FindingId("f1"),
            new HarmId("mercenary-recruitment"), "Pay for fighting abroad", Priority.High, "kk", Now.AddHours(6)),
        OpenedAt = Now.AddHours(-1),
        Version = version,
        Findings = [new FindingId("f1")],
    };

    public static CaseState Claimed(ReviewerId by) => Open() with { Claim = new CaseClaimed(Id, by, Now.AddMinutes(5)) };

    public static CaseState AwaitingSecond(Measure measure = Measure.RemovePost, DateTimeOffset? undoUntil = null) => Open(2) with
    {
        Status = CaseStatus.AwaitingSecondReader,
        Decided = new DecisionMade(Id, First, Decision(measure), undoUntil ?? Now.AddMinutes(-1)),
        DecidedAt = Now.AddMinutes(-2),
        DecidedVersion = 2,
    };

    public static Decision Decision(Measure measure) => new(
        measure,
        new HarmId("mercenary-recruitment"),
        "It offers pay for joining fighting abroad and names a contact.",
        Clause,
        EndsOn: new DateOnly(2027, 5, 23),
        Addressee: "telegram-abuse");

    public static ProportionalityAnswers Answers() => new(
        "The clause is public and foreseeable, and anybody may point to it.",
        LegitimateAim.RightsOfOthers,
        "Young men are asked to leave for the front without telling anyone.",
        "The contact answers within the hour and pays on departure.",
        "A label would leave the contact in view of eighteen thousand people.",
        [],
        null,
        Harmful: true);
}
