using Tarazy.Publish.Register;
using Tarazy.Records.Cases;
using Tarazy.Records.Notices;

namespace Tarazy.Tests.Server.Public;

/// <summary>Lines and entries of the register as tests need them.</summary>
internal static class Entries
{
    public const string Secret = "the address of the victim";

    public static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public const string SignedContent =
        $$$"""
        {"channel":"telegram:1","harm":"extortion","measure":"remove-post","reasons":"{{{Secret}}}","clause":"kz/crim-194","territory":"KZ",
        "endsOn":"2026-09-01","answers":{"legality":"L","aim":"rights-of-others","aimReason":"A","necessity":"N","whyNotMilder":"M",
        "contexts":["news"],"harmful":true,"contextWeighed":"W"},"letter":{"route":"email","language":"ru","subject":"S","body":"{{{Secret}}}"}}
        """;

    public static RegisteredEntry Entry(
        long index, string type, string content = "{}", Openness openness = Openness.Open, bool covered = true, string? erased = null) =>
        new(index, type, "reviewer", Start.AddHours(index), "{}", openness, content, erased, covered);

    public static IReadOnlyList<RegisteredEntry> Whole(Openness openness = Openness.Open) =>
    [
        Entry(3, "notice-signed", SignedContent, openness),
        Entry(5, "notice-sent", """{"signedEntry":3}""", openness),
        Entry(6, "receipt-confirmed", openness: openness),
        Entry(7, "notice-answered", $$"""{"outcome":"removed","words":"{{Secret}}"}""", openness),
        Entry(8, "appeal-opened", $$"""{"words":"{{Secret}}"}""", openness),
        Entry(9, "appeal-decided", $$"""{"reversed":true,"reasons":"{{Secret}}"}""", openness),
        Entry(10, "notice-withdrawn", $$"""{"reasons":"{{Secret}}"}""", openness),
        Entry(11, "correction-sent", openness: openness),
    ];

    public static RegisterLine Line(DateOnly? sealedUntil = null, string channel = "telegram:1") => new(
        "N-2026-0001",
        new NoticeId("notice:77aa"),
        3,
        Start,
        Start.AddHours(2),
        Start.AddHours(4),
        sealedUntil is null ? AnswerOutcome.Removed : null,
        Appealed: false,
        Reversed: false,
        Withdrawn: false,
        sealedUntil,
        ErasedAt: null,
        sealedUntil is null ? new RegisterSubject("extortion", Measure.RemovePost, "kz/crim-194", "kz", "KZ", "telegram-abuse", channel) : null);
}
