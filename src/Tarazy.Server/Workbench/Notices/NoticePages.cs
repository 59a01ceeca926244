using System.Globalization;
using Tarazy.Notice;
using Tarazy.Notice.Answers;
using Tarazy.Notice.Notices;
using Tarazy.Notice.Sending;
using Tarazy.Notice.Shelf;
using Tarazy.Notice.Signing;
using Tarazy.Notice.Withdrawals;
using Tarazy.Policy.Law;
using Tarazy.Records.Cases;
using Tarazy.Records.Notices;
using Tarazy.Records.Outcomes;
using Tarazy.Server.Accounts;
using Tarazy.Server.Hosting;
using Tarazy.Server.Web;

namespace Tarazy.Server.Workbench.Notices;

/// <summary>The notices at the desk, and what can be done with one.</summary>
internal sealed class NoticePages(NoticeShelf shelf, BuildNotice build, NoticeDesk desk, Packs law, WakeUp wakeUp)
{
    private const int PageSize = 50;
    private static readonly string[] Filters = ["to-do", "waiting", "closed", "all"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(NoticeForms.List, (NoticePages pages, string? filter, int? skip, CancellationToken cancel) =>
            pages.ListAsync(filter ?? "all", Math.Max(0, skip ?? 0), cancel));
        routes.MapGet(NoticeForms.Show, (HttpContext http, NoticePages pages, string number, CancellationToken cancel) =>
            pages.ShowAsync(http, number, null, StatusCodes.Status200OK, cancel));
        routes.MapPost(NoticeForms.Act, (HttpContext http, NoticePages pages, string number, string act, CancellationToken cancel) =>
            pages.ActAsync(http, number, act, cancel)).RequireAuthorization(Roles.Reviewer);
    }

    private async Task<IResult> ListAsync(string filter, int skip, CancellationToken cancel)
    {
        var all = await shelf.ListAsync(null, 0, int.MaxValue, cancel);
        var lines = all.Select(Line).ToList();
        var chosen = lines.Where(l => Belongs(l, filter)).ToList();
        var counts = Filters.Select(k => new NoticeCountView(k, lines.Count(l => Belongs(l, k)))).ToList();
        var next = chosen.Count > skip + PageSize
            ? string.Create(CultureInfo.InvariantCulture, $"filter={Uri.EscapeDataString(filter)}&skip={skip + PageSize}")
            : null;
        return Page.Of<NoticeListPage>(new NoticeListView(filter, counts, [.. chosen.Skip(skip).Take(PageSize)], next));
    }

    private static bool Belongs(NoticeLineView line, string filter) => filter switch
    {
        "to-do" => line.State is NoticeStep.Drafted or NoticeStep.AwaitingLog or NoticeStep.Logged or NoticeStep.Sending or NoticeStep.Appealed,
        "waiting" => line.State is NoticeStep.Sent or NoticeStep.Received,
        "closed" => line.State is NoticeStep.Answered or NoticeStep.NoAnswer or NoticeStep.Withdrawn or NoticeStep.Reversed,
        _ => true,
    };

    private NoticeLineView Line(ShelvedNotice notice) => new(
        notice.Number,
        notice.Harm.Value,
        notice.Harm,
        notice.Measure,
        notice.Addressee,
        NoticeProgress.Of(notice),
        notice.Outcome,
        notice.DraftedAt,
        notice.SentAt is null ? notice.DueAt : null)
    {
        Title = HarmName(notice),
        Addressee = AddresseeName(notice),
    };

    private string HarmName(ShelvedNotice notice) => law.All.Select(p => p.FindHarm(notice.Harm)).FirstOrDefault(h => h is not null)?.Name
        .In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? notice.Harm.Value;

    private string AddresseeName(ShelvedNotice notice) => law.All.Select(p => p.FindAddressee(notice.Addressee)).FirstOrDefault(a => a is not null)?.Name
        .In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? notice.Addressee;

    private async Task<IResult> ShowAsync(
        HttpContext http, string number, IReadOnlyList<Refusal>? refusals, int status, CancellationToken cancel) =>
        await build.ForAsync(number, http.User.IsInRole(Roles.Reviewer), refusals, cancel) is { } found
            ? Page.Of<NoticePage>(found.View, status)
            : Results.NotFound();

    private async Task<IResult> ActAsync(HttpContext http, string number, string act, CancellationToken cancel)
    {
        if (await shelf.FindByNumberAsync(number, cancel) is not { } id || await shelf.StateAsync(id, cancel) is not { } state)
        {
            return Results.NotFound();
        }

        var form = new NoticeActForm(await http.Request.ReadFormAsync(cancel));
        if (await ActOrNullAsync(act, state, form, http.User.Reviewer(), cancel) is not { } outcome)
        {
            return Results.NotFound();
        }

        wakeUp.Ring();
        return outcome.Ok
            ? Results.Redirect(NoticeForms.To(number))
            : await ShowAsync(http, number, outcome.Refusals, StatusCodes.Status409Conflict, cancel);
    }

    private async Task<Outcome<NoticeState>?> ActOrNullAsync(string act, NoticeState state, NoticeActForm form, ReviewerId by, CancellationToken cancel) => act switch
    {
        NoticeForms.Sign => await desk.SignAsync(
            new SignNotice(state.Id, form.Version, by, form.GoodFaith, form[NoticeForms.StatementVersion], build.LetterLanguage(state)), cancel),
        NoticeForms.Send => await desk.SendByMailAsync(new SendByMail(state.Id, form.Version, by), cancel),
        NoticeForms.MarkSent => await desk.MarkAsSentAsync(new MarkAsSent(state.Id, form.Version, by, form[NoticeForms.Proof]), cancel),
        NoticeForms.Settle => await desk.SettleAsync(
            new SettleSending(state.Id, form.Version, by, form[NoticeForms.WasSent] == "yes", form[NoticeForms.Proof]), cancel),
        NoticeForms.Receipt => await desk.ConfirmReceiptAsync(new ConfirmReceipt(state.Id, form.Version, by, form[NoticeForms.Reference]), cancel),
        NoticeForms.Answer => await desk.RecordAnswerAsync(
            new RecordAnswer(state.Id, form.Version, by, FormNames.Parse<AnswerOutcome>(form[NoticeForms.Outcome]), form[NoticeForms.Words]), cancel),
        NoticeForms.Withdraw => await desk.WithdrawAsync(new WithdrawNotice(state.Id, form.Version, by, form[NoticeForms.Reasons]), cancel),
        NoticeForms.Correct => await desk.MarkCorrectionSentAsync(new MarkCorrectionSent(state.Id, form.Version, by, form[NoticeForms.Proof]), cancel),
        _ => (Outcome<NoticeState>?)null,
    };
}

/// <summary>What the forms of a notice send.</summary>
internal sealed class NoticeActForm(IFormCollection form)
{
    private const int Longest = 20_000;

    public int Version => int.TryParse(this[NoticeForms.Version], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;

    public bool GoodFaith => this[NoticeForms.GoodFaith] == "yes";

    public string this[string field] => form[field].ToString() is var text && text.Length > Longest ? text[..Longest] : text;
}
