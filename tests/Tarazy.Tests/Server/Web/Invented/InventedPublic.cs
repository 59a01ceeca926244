using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Records.Notices;
using Tarazy.Server.Public.Appeals;
using Tarazy.Server.Public.LogPages;
using Tarazy.Server.Public.Notices;
using Tarazy.Server.Public.Register;

namespace Tarazy.Tests.Server.Web.Invented;

/// <summary>What the public sees: a year of notices, one of them reversed and one sealed.</summary>
internal sealed class InventedPublic(DateTimeOffset now, string key)
{
    private const string Clause = "Criminal Code of Kazakhstan, Art. 170";

    private static readonly CheckpointView Checkpoint = new(4432, new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero), "q3Xw8n1J0aTz5Vd2LrK7uYc9HfPe4sBm6oGi1NtQxE0=");

    public RegisterView Register(string? state) => new(
        new RegisterFilter(Harm: state == "none" ? "extortion" : ""),
        state == "empty" ? Figures(0, []) : Figures(41_208, new() { [Measure.LeaveAlone] = 40_655, [Measure.Context] = 248, [Measure.Label] = 143, [Measure.AskAuthor] = 61, [Measure.RemovePost] = 93, [Measure.GeoRestrictPost] = 8 }),
        new RegisterChoices([new("mercenary-recruitment"), new("extortion"), new("investment-scam")], ["kz", "eu"], [2026, 2025]),
        state is "empty" or "none" ? [] : Lines,
        state is "empty" or "none" ? 0 : 101,
        Older: "after=N-2026-0096");

    public PublicNoticeView Notice(string? state) => state switch
    {
        "sealed" => new("N-2026-0100", null, "sealed", null, [new ChainLine("notice", now.AddDays(-1), 4417, now.AddDays(-1).AddMinutes(-2))], null, null, "Telegram", Checkpoint, key, new DateOnly(2027, 5, 22)),
        "new" => new("N-2026-0102", "Pay for fighting abroad", "sent", null, [new ChainLine("notice", now, null, Ground: Ground)], new("mercenary-recruitment"), Measure.RemovePost, "Telegram", null, null),
        _ => new("N-2026-0098", "Call to leave for the front, quoted in a report", "reversed", null, Chain, new HarmId("mercenary-recruitment"), Measure.RemovePost, "Telegram", Checkpoint, key,
            Reversed: "The post quoted a call in order to warn of it. The platform was told and put the post back within three days."),
    };

    public LogView Log(string? state) => state == "empty"
        ? new(null, null, null, "/log/", [])
        : new(Checkpoint, "desk.example/log\n4432\nq3Xw8n1J0aTz5Vd2LrK7uYc9HfPe4sBm6oGi1NtQxE0=\n\n— desk.example/log w6hZTn0J\n", key, "/log/",
            [new(4431, "answer", now, "N-2026-0099"), new(4430, "notice", now.AddHours(-1), "N-2026-0101"), new(4429, "notice", now.AddHours(-9), null)]);

    public PublicAppealView Appeal(string? state) => state switch
    {
        "unknown" => new("x", null, null),
        "waiting" => new("x", Notice(null), now.AddDays(60), new AppealStatus(now.AddDays(-1), now.AddDays(6), Words, "ru")),
        "reversed" => new("x", Notice(null), now.AddDays(60), new AppealStatus(now.AddDays(-3), now.AddDays(6), Words, "ru", true, now.AddDays(-1), "Quotation in order to warn is not a call.")),
        "late" => new("x", Notice(null), now.AddDays(-1)),
        _ => new("x", Notice(null) with { Chain = [Chain[0]] }, now.AddDays(60)),
    };

    private const string Words = "Мы не звали, мы предупреждали. В следующем абзаце стоит телефон горячей линии.";

    private static NoticeGround Ground => new(Measure.RemovePost, Clause, "en", new(2027, 11, 12), "KZ",
        [new("«Собирайся, оплатим дорогу» — так пишут нашим ребятам. Мы показали переписку юристу.", "ru")],
        new ProportionalityAnswers("The clause is public.", LegitimateAim.RightsOfOthers, "Young men are asked to leave.", "The words call on readers to leave.", "A label was thought too weak because the contact stayed in view.", [], null, true));

    private IReadOnlyList<ChainLine> Chain =>
    [
        new("notice", now.AddDays(-11), 4398, now.AddDays(-11).AddMinutes(-2), Reasons: "The words call on readers to leave for fighting and promise to pay the way.", Ground: Ground),
        new("answer", now.AddDays(-10.3), 4401, Answer: AnswerOutcome.Removed, Words: "The content was removed under our rules on violence.", Language: "en"),
        new("appeal", now.AddDays(-9), 4404, Words: Words, Language: "ru"),
        new("reversal", now.AddDays(-8), 4409, Reasons: "Quotation in order to warn is not a call. The finding showed one paragraph and the readers did not open the next."),
        new("correction", now.AddDays(-8).AddMinutes(8), 4410),
        new("answer", now.AddDays(-7.8), 4411, Answer: AnswerOutcome.PostIsBack),
    ];

    private IReadOnlyList<RegisterLineView> Lines =>
    [
        new("N-2026-0101", now, "Pay for fighting abroad", Clause, "en", Measure.RemovePost, "Telegram", "sent", null, null, now.AddDays(4), null, 4430),
        new("N-2026-0100", now.AddDays(-1), null, null, null, null, null, "sealed", null, null, null, new(2027, 5, 22), 4417),
        new("N-2026-0099", now.AddDays(-4), "Fixed return on a deposit in a week", "DSA Art. 16, fraud", "en", Measure.RemovePost, "Telegram", "answered", AnswerOutcome.Removed, TimeSpan.FromHours(31), null, null, 4416),
        new("N-2026-0098", now.AddDays(-11), "Call to leave for the front, quoted in a report", Clause, "en", Measure.RemovePost, "Telegram", "reversed", null, null, null, null, 4398),
        new("N-2026-0097", now.AddDays(-13), "Work abroad without papers, paid in advance", "DSA Art. 16, fraud", "en", Measure.GeoRestrictPost, "Telegram", "answered", AnswerOutcome.Refused, TimeSpan.FromDays(4), null, null, 4390),
        new("N-2026-0096", now.AddDays(-20), "Demand for money from a school’s head", Clause, "en", Measure.RemovePost, "Telegram", "no-answer", null, null, now.AddDays(-13), null, 4380),
    ];

    private static RegisterFigures Figures(long lookedAt, Dictionary<Measure, long> measures) => lookedAt == 0
        ? new(new(2026, 1, 1), new(2026, 11, 23), 0, measures, 0, 0, null, 0, 0)
        : new(new(2026, 1, 1), new(2026, 11, 23), lookedAt, measures, 101, 84, TimeSpan.FromDays(2.1), 14, 5);
}
