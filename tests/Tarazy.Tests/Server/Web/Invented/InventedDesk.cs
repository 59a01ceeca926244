using Tarazy.Detect.Labels.Hints;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Records.Posts;
using Tarazy.Review.SecondReading;
using Tarazy.Server.Workbench.Cases;
using Tarazy.Server.Workbench.Desk;
using Tarazy.Server.Workbench.Queue;

namespace Tarazy.Tests.Server.Web.Invented;

/// <summary>A desk in the middle of a day, in several states.</summary>
internal sealed class InventedDesk(DateTimeOffset now)
{
    public const string Number = "C-2026-1184";

    private static readonly HarmId Recruitment = new("mercenary-recruitment");
    private readonly InventedDecision _decision = new(now);

    public DeskView In(string? state) => state switch
    {
        "empty" => new(new QueueView("free", Filters, []), Today),
        "none" => new(Queue(null), Today),
        "second" => Whole(QueueState.SecondReading) with { Decision = _decision.Second },
        "waits" => Unclaimed(Whole(QueueState.SecondReading), readFirst: true),
        "unread" => Unclaimed(Whole(QueueState.SecondReading), readFirst: false),
        "refused" => Whole(QueueState.Open) with { Decision = _decision.Refused },
        "moved" => Whole(QueueState.Open) with { Decision = _decision.MovedOn(History()) },
        "decided" => Whole(QueueState.Decided) with { Decision = null },
        "closed" => Whole(QueueState.Open) with { Decision = _decision.Closed },
        "undo" => Whole(QueueState.Open) with { Undo = new UndoView("C-2026-1183", 9, now.AddSeconds(10)) },
        "incitement" => Whole(QueueState.Open) with { Decision = _decision.Incitement },
        _ => Whole(QueueState.Open),
    };

    private static TodayView Today => new(64, 38, 4, 51);

    private static IReadOnlyList<SavedFilterView> Filters =>
        [new("all", 38), new("due-today", 6), new("lang-kk", 21), new("second-reading", 4)];

    private DeskView Whole(QueueState state) => new(Queue(Number), Today, Case(state), _decision.First);

    private DeskView Unclaimed(DeskView desk, bool readFirst) => desk with
    {
        Case = desk.Case! with { ReadFirst = readFirst, Claim = null },
        Decision = _decision.Second with { Closed = readFirst ? new SameReader(new ReviewerId("R-07")) : null },
    };

    private QueueView Queue(string? current) => new(
        "all",
        Filters,
        [
            Item("C-2026-1179", Priority.High, "extortion", -0.66, "Удалим пост за 300 000 ₸. До вечера, иначе фото увидят все", "ru", "Степной инсайдер", 41_200, 2, "Угроза, требование и платёж вместе", claim: new(new("R-12"), now.AddMinutes(4), false)),
            Item(Number, Priority.High, "mercenary-recruitment", 3.2, InventedPost.Text[..60], "kk", "Сапар · жұмыс", 18_400, 6, "Offer, place, pay, contact; six copies in an hour", claim: new(new("R-07"), now.AddMinutes(9), true), looking: [new("R-03")]),
            Item("C-2026-1185", Priority.Medium, "investment-scam", 5, "Вложите 50 000 и через неделю заберите 200 000 тенге", "ru", "Доход без риска", 7_950, 11, "Fixed return promised; link to a new domain"),
            Item("C-2026-1170", Priority.Medium, "false-claim", 50, "Ертеңнен бастап жәрдемақы тек жаңа қосымшадан беріледі", "kk", "Ауыл хабары", 63_100, 4, "Nearly a claim checked on 17 Nov; 3 tips joined"),
            Item("C-2026-1168", Priority.Medium, "job-bait", 52, "Koreyaga ish bor, hujjatsiz, oldindan to‘lov bilan", "uz", "Ishchi yo‘li", 5_300, 1, "Payment asked before work; papers taken", QueueState.SecondReading),
            Item("C-2026-1160", Priority.Low, "random-look", 150, "Министерство шуток объявило призыв диванов", "ru", "Кривая степь", 22_700, 1, "Drawn by chance, to see what the rules miss"),
            Item("C-2026-1158", Priority.Low, "mercenary-recruitment", 151, "Суд вынес приговор вербовщику: пять лет", "ru", "Судебная хроника", 3_100, 1, "Words match, but a court is reporting", QueueState.Differed),
        ],
        current,
        More: 31,
        Next: "after=C-2026-1158");

    private QueueItemView Item(
        string number, Priority priority, string harm, double hours, string snippet, string language, string channel, int readers, int copies, string why,
        QueueState state = QueueState.Open, ClaimView? claim = null, IReadOnlyList<ReviewerId>? looking = null) => new(
        number, priority, new HarmId(harm), now.AddHours(-24), now.AddHours(hours), snippet, language, channel, readers, copies, why, state, claim, looking);

    private CaseView Case(QueueState state) => new(
        Number,
        7,
        Recruitment,
        "Pay for fighting abroad",
        now.AddHours(-2),
        now.AddHours(3.2),
        state,
        new PostView(InventedPost.At(now), "kk", true, "https://example.org/sapar_zhumys_kz/212"),
        new WhyView("mercenary-recruitment", "9f86d081", new DateOnly(2026, 10, 2), "war news, court reports, warnings", 0.91, InventedPost.Evidence),
        new ChannelView(new Channel(InventedPost.Channel, "Сапар · жұмыс", "sapar_zhumys_kz", 18_400), "kk", 212, now.AddDays(-19), 9, 8, 0),
        Copies,
        [
            new RetellingView(
                now.AddHours(-1.5), "Дала жаңалығы", "dala_zhanalygy", "Шетелге келісімшартпен баруға шақырып, айына 2 100 000 теңге уәде етіп жатыр", "kk", 0.83, ["Алматы"], ["2", "100", "000"]),
        ],
        [new VersionView(new PostId("telegram:1700000026/212#0a1b2c3d4e5f"), now.AddHours(-2), InventedPost.Earlier)],
        [new CheckView("Шетелдегі контракт бірінші күннен төленеді.", "Ол тексерген 14 істе ондай төлем болмаған", "kk", "Дерек", new DateOnly(2026, 11, 9), "https://example.org/derek/14", false)],
        History(),
        new ClaimView(new ReviewerId("R-07"), now.AddMinutes(9), true),
        [new ReviewerId("R-03")])
    {
        Labels = InventedLabels.Says(InventedPost.Text),
        Harms = state == QueueState.Open ? ["extortion", "mercenary-recruitment"] : [],
        Techniques = new TechniqueHint([new HintedTechnique("loaded_language", 0.71), new HintedTechnique("appeal_to_fear", null)], [new Evidence("technique", 0, 20)], false, "0a1b2c3d4e5f"),
    };

    private IReadOnlyList<CopyView> Copies =>
    [
        new(now.AddHours(-2.85), "Жол бастау", "zhol_bastau", 2_150, InventedPost.Earlier, "kk", true),
        new(now.AddHours(-2.8), "Работа рядом", "rabota_ryadom_26", 9_800, "Парни, есть контракт за границей, опыт не нужен. 2 100 000 тенге в месяц, семье помогаем.", "ru", false, "C-2026-1185"),
        new(now.AddHours(-2.5), "Ер жігіт", null, null, InventedPost.Text, "kk", false),
        new(now.AddHours(-2.4), "Қызыл жол", "qyzyl_zhol", 700, InventedPost.Text, "kk", false),
    ];

    public IReadOnlyList<HistoryLine> History()
    {
        var id = new CaseId("case-1184");
        return
        [
            new(now.AddHours(-2), "desk", new CaseOpened(id, Number, InventedPost.At(now).Id, InventedPost.Channel, null, new FindingId("f1"), Recruitment, "Pay for fighting abroad", Priority.High, "kk", now.AddHours(3))),
            new(now.AddMinutes(-100), "desk", new FindingJoined(id, new FindingId("f2"), InventedPost.At(now).Id)),
            new(now.AddMinutes(-50), "R-12", new NoteAdded(id, new ReviewerId("R-12"), "The contact was in last week’s case too.")),
            new(now.AddMinutes(-1), "R-07", new CaseClaimed(id, new ReviewerId("R-07"), now.AddMinutes(9)), Mine: true),
        ];
    }
}
