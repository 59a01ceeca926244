using Tarazy.Notice.Notices;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Records.Notices;
using Tarazy.Records.Posts;

namespace Tarazy.Tests.Notice;

/// <summary>Notices in the states that tests need.</summary>
internal static class Notices
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    public static readonly NoticeId Id = new("notice:0a1b2c");
    public static readonly ReviewerId Decider = new("R-01");
    public static readonly ReviewerId Second = new("R-02");
    public static readonly ReviewerId Signer = new("R-03");
    public static readonly ReviewerId Ombudsperson = new("R-04");

    public static NoticeState Draft() => new()
    {
        Id = Id,
        Drafted = new NoticeDrafted(
            Id, "N-2026-0001", new CaseId("case:1"), Decider, Second,
            new Decision(Measure.RemovePost, new HarmId("mercenary-recruitment"), "Reasons", Addressee: "telegram-abuse"),
            new ChannelId("telegram:1"),
            [new NoticedPost(new PostId("telegram:1/1#a"), "https://t.me/steppe/1", Now.AddDays(-1), "00", "kk", "...")],
            Now.AddHours(-2), Now.AddDays(5)),
        DraftedAt = Now.AddHours(-1),
        Version = 1,
        HadAPart = [Decider, Second],
    };

    public static NoticeState Signed(string route = "email") => Draft() with
    {
        Status = NoticeStatus.Signed,
        Signed = new NoticeSigned(Id, Signer, new Letter(route, "abuse@platform.example", "en", "Notice", "Body"), "1"),
        SignedSeq = 2,
        SignedAt = Now,
        Version = 2,
        HadAPart = [Decider, Second, Signer],
    };

    public static NoticeState Sending() => Signed() with
    {
        Status = NoticeStatus.Sending,
        Sending = new SendingStarted(Id, Signer, "<id@desk.example>"),
        Version = 3,
    };

    public static NoticeState Sent() => Signed() with
    {
        Status = NoticeStatus.Sent,
        Sent = new NoticeSent(Id, Signer, 0, "250 ok", Now.AddDays(5)),
        SentAt = Now,
        Version = 4,
    };

    public static NoticeState Appealed() => Sent() with { Appeal = new AppealOpened(Id, "We warned of it."), AppealedAt = Now, Version = 5 };
}
