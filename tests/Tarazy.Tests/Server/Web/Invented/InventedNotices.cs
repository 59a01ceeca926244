using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Records.Notices;
using Tarazy.Records.Posts;
using Tarazy.Server.Workbench.Appeals;
using Tarazy.Server.Workbench.Notices;

namespace Tarazy.Tests.Server.Web.Invented;

/// <summary>Notices at the desk, on their way out and back.</summary>
internal sealed class InventedNotices(DateTimeOffset now)
{
    private static readonly NoticeId Id = new("notice-101");

    public NoticeListView List(string? state) => new(
        "to-do",
        [new("to-do", 3), new("waiting", 11), new("closed", 87), new("all", 101)],
        state == "empty" ? [] :
        [
            new("N-2026-0101", "Pay for fighting abroad", new("mercenary-recruitment"), Measure.RemovePost, "Telegram", NoticeStep.Drafted, null, now.AddHours(-3), now.AddDays(2)),
            new("N-2026-0100", "Threat to publish photos unless paid", new("extortion"), Measure.RemovePost, "Telegram", NoticeStep.Logged, null, now.AddDays(-1), now.AddHours(6)),
            new("N-2026-0099", "Fixed return on a deposit in a week", new("investment-scam"), Measure.RemovePost, "Telegram", NoticeStep.Sending, null, now.AddDays(-2), now.AddHours(-2)),
            new("N-2026-0097", "Work abroad without papers", new("job-bait"), Measure.GeoRestrictPost, "Telegram", NoticeStep.Answered, AnswerOutcome.Refused, now.AddDays(-13), null),
        ]);

    public NoticePageView Of(string? state) => state switch
    {
        "logged" => Page(NoticeStep.Logged, [NoticeForms.Send, NoticeForms.MarkSent, NoticeForms.Withdraw], 4417),
        "sent" => Page(NoticeStep.Sent, [NoticeForms.Receipt, NoticeForms.Answer, NoticeForms.Withdraw], 4417) with { AppealLink = "https://desk.example/appeal/9c1f0a7be24d4d2b8e0f" },
        "withdrawn" => Page(NoticeStep.Withdrawn, [NoticeForms.Correct], 4417) with { Withdrawal = new Letter("form", "https://example.org/notice-form", "en", "Withdrawal of our notice N-2026-0101", "To the team that reads notices,\n\nWe take our notice back.") },
        "sealed" => Page(NoticeStep.Drafted, [NoticeForms.Sign], null) with { Entry = new(null, null, new DateOnly(2027, 5, 22)) },
        _ => Page(NoticeStep.Drafted, [NoticeForms.Sign, NoticeForms.Withdraw], null),
    };

    public AppealListView Appeals => new(
        [new("N-2026-0098", "Call to leave for the front, quoted in a report", now.AddDays(-1), now.AddDays(6), true), new("N-2026-0095", "Demand for money", now.AddDays(-2), now.AddDays(5), false)],
        [new("N-2026-0090", "Investment with a fixed return", now.AddDays(-20), now, true, true), new("N-2026-0088", "A threat", now.AddDays(-22), now, true, false)]);

    public AppealPageView Appeal => new(
        Page(NoticeStep.Appealed, [], 4398),
        now.AddDays(-1),
        now.AddDays(6),
        "Мы не звали, мы предупреждали. В следующем абзаце стоит телефон горячей линии.",
        "ru");

    private NoticePageView Page(NoticeStep state, string[] may, long? entry) => new(
        "N-2026-0101",
        3,
        InventedDesk.Number,
        "Pay for fighting abroad",
        new Decision(Measure.RemovePost, new HarmId("mercenary-recruitment"), "The post offers pay for joining fighting abroad.", new("kz", "crim-170"), EndsOn: new(2027, 5, 23), Territory: "KZ", Addressee: "telegram-form"),
        new ClauseTitle(new("kz", "crim-170"), "ҚК 170-бап · жалдамалылық", "kk"),
        "Telegram, form for notices",
        [new NoticedPost(new PostId("telegram:1700000026/212#aabbccddeeff"), "https://example.org/sapar_zhumys_kz/212", now.AddHours(-5), "9f86d081884c7d65", "kk", InventedPost.Text)],
        "Сапар · жұмыс",
        new Letter("form", "https://example.org/notice-form", "en", "Notice under Article 16: one post, recruitment of mercenaries", "To the team that reads notices,\n\n1. What it is about\nOne post in a public channel, address below.\n\n2. Why it is unlawful\nKazakhstan, Criminal Code, Article 170.\n\n3. What we ask\nRemove the post. A milder measure would leave the contact in view.\n\nThis notice is in our public log."),
        "I believe in good faith that the information and allegations in this notice are accurate and complete.",
        "en-1",
        state,
        null,
        new EntryStateView(entry, entry is null ? null : now.AddMinutes(-20)),
        now.AddDays(2),
        History(state),
        may.ToHashSet());

    private IReadOnlyList<NoticeHistoryLine> History(NoticeStep state) =>
    [
        new(now.AddHours(-3), "desk", new NoticeDrafted(Id, "N-2026-0101", new CaseId("case-1184"), new("R-07"), new("R-03"), new Decision(Measure.RemovePost, new("x"), ""), InventedPost.Channel, [], now, now)),
        .. state == NoticeStep.Drafted ? Array.Empty<NoticeHistoryLine>() :
        [
            new(now.AddMinutes(-25), "R-07", new NoticeSigned(Id, new("R-07"), new Letter("form", "", "en", "", ""), "en-1"), 4417),
        ],
    ];
}
