using System.Globalization;
using Tarazy.Detect.Labels;
using Tarazy.Detect.Labels.Drawing;
using Tarazy.Records.Findings;
using Tarazy.Records.Posts;

namespace Tarazy.Tests.Detect.Labels;

/// <summary>A desk whose people decide on invented posts: offers to carry parcels, among talk of the steppe.</summary>
internal sealed class InventedDecisions : ILabelDecisions
{
    public const string Label = "job-bait";

    public const string Reader = "R-01";

    private static readonly string[] Offers = ["Ищем курьеров на закладки", "Требуются курьеры без опыта", "Курьер, оплата каждый день", "Набор курьеров, платим сразу"];
    private static readonly string[] Contacts = ["пишите в личку", "пиши оператору", "связь через бота", "анкета у куратора"];
    private static readonly string[] News = ["Открыли школу в ауле", "Завтра снег и ветер в степи", "Матч перенесли на субботу", "Выставка ковров продлится неделю", "Курьер спас котёнка"];
    private static readonly string[] Ends = ["сообщил акимат", "пишет районная газета", "рассказали жители", "говорится в прогнозе"];

    private readonly Dictionary<string, LabelDecision> _decided = [];
    private IReadOnlyList<LabelDecision> _all = [];

    public IReadOnlyList<string> Categories => [Label, "drugs"];

    public IReadOnlyList<Post> Posts { get; } =
    [
        TestPosts.Post(TestPosts.Recruitment, 900),
        .. Enumerable.Range(0, 100).Select(i => TestPosts.Post(Positive(i), i + 1, "telegram:2", i)),
        .. Enumerable.Range(0, 900).Select(i => TestPosts.Post(Benign(i), i + 1, "telegram:3", i)),
        .. Enumerable.Range(0, 200).Select(i => TestPosts.Post(Benign(5_000 + i), i + 1, "telegram:4", i)),
    ];

    public static string Positive(int i) => Text(Offers, Contacts, i, "доход");

    public static string Benign(int i) => Text(News, Ends, i, "номер");

    public Task<IReadOnlyList<LabelDecision>> AllAsync(CancellationToken cancel) => Task.FromResult(_all);

    public Task<IReadOnlyDictionary<PostId, string>> TextsAsync(IReadOnlyCollection<PostId> posts, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<PostId, string>>(Posts.Where(post => posts.Contains(post.Id)).ToDictionary(post => post.Id, post => post.Text));

    /// <summary>Decides on the first posts of each kind.</summary>
    public void Decide(int yes, int no)
    {
        for (var i = 0; i < yes; i++)
        {
            Add(1 + i, Label, LabelAnswer.Yes, null);
        }

        for (var i = 0; i < no; i++)
        {
            Add(101 + i, Label, LabelAnswer.No, null);
        }
    }

    public IReadOnlyList<DrawnPost> Draws(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new DrawnPost(Posts[1_001 + i].Id, Finding(1_001 + i), Sampling.Audit, null, 0.05))];

    public void AnswerDraws(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Add(1_001 + i, DrawNames.Audit, LabelAnswer.No, Finding(1_001 + i));
        }
    }

    private static FindingId Finding(int post) => FindingId.From(string.Create(CultureInfo.InvariantCulture, $"audit-{post}"));

    private static string Text(string[] first, string[] second, int i, string word) =>
        string.Create(CultureInfo.InvariantCulture, $"{first[i % first.Length]}, {second[i / 4 % second.Length]}. {word} {i * 37 % 1000} {(char)('а' + (i % 32))}{(char)('а' + (i / 32 % 32))}{(char)('а' + (i * 7 % 32))}н");

    private void Add(int post, string harm, LabelAnswer answer, FindingId? finding)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"case:{post}");
        _decided[id] = new LabelDecision(
            id, string.Create(CultureInfo.InvariantCulture, $"C-2026-{post:0000}"), Posts[post].Id, null, finding, "ru", HarmId.From(harm), HarmId.From(harm), answer, Reader,
            TestPosts.Start.AddHours(post), null);
        _all = [.. _decided.Values];
    }
}
