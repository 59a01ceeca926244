using System.Globalization;
using Tarazy.Ingest.Posts;
using Tarazy.Notice.Delivery;
using Tarazy.Notice.Notices;
using Tarazy.Notice.Shelf;
using Tarazy.Notice.Signing;
using Tarazy.Policy.Law;
using Tarazy.Records.Cases;
using Tarazy.Records.Notices;
using Tarazy.Records.Outcomes;
using Tarazy.Review.Cases;
using Tarazy.Review.Queue;

namespace Tarazy.Server.Workbench.Notices;

/// <summary>Puts one notice together: letter, acts that are open to this person, entry, history.</summary>
internal sealed class BuildNotice(
    NoticeShelf shelf,
    LetterDesk letters,
    CaseQueue cases,
    PostArchive archive,
    Packs law,
    NoticeEntries entries,
    IServiceProvider services)
{
    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public async Task<(NoticePageView View, NoticeState State)?> ForAsync(
        string number, bool mayAct, IReadOnlyList<Refusal>? refusals, CancellationToken cancel)
    {
        if (await shelf.FindByNumberAsync(number, cancel) is not { } id || await shelf.StateAsync(id, cancel) is not { } state)
        {
            return null;
        }

        var language = LetterLanguage(state);
        var written = state.Signed is null ? await letters.WriteAsync(state, language, cancel) : (Outcome<Notice.Drafting.DraftedLetter>?)null;
        var withdrawal = IsUntold(state) ? await letters.WriteWithdrawalAsync(state, state.Signed!.Letter.Language, cancel) : (Outcome<Notice.Drafting.DraftedLetter>?)null;
        var logged = await entries.OfAsync(state, cancel);
        var history = await shelf.HistoryAsync(id, cancel);
        var decision = state.Drafted.Decision;
        var channel = await archive.ChannelAsync(state.Drafted.Channel, cancel);
        var view = new NoticePageView(
            number,
            state.Version,
            await CaseNumberAsync(state.Drafted.Case, cancel),
            NoticeTitle.Of(law, decision),
            decision,
            NoticeTitle.ClauseOf(law, decision),
            NoticeTitle.AddresseeOf(law, decision),
            state.Drafted.Posts,
            channel?.Title ?? state.Drafted.Channel.Value,
            state.Signed?.Letter ?? written?.Value?.Letter ?? new Letter("form", "", language, "", ""),
            letters.StatementOf(state, language),
            state.Signed?.StatementVersion ?? written?.Value?.StatementVersion ?? "",
            NoticeProgress.Of(state, logged is not null),
            state.Answer?.Outcome,
            new EntryStateView(logged, null, decision.SealedUntil),
            NoticeProgress.DueAt(state),
            [.. history.Select(h => new NoticeHistoryLine(h.At, h.Actor, h.Event))],
            mayAct ? May(state, written is null or { Ok: true }, logged is not null) : new HashSet<string>(),
            state.Sent is null ? null : letters.AppealLinkOf(state),
            refusals ?? ((written ?? withdrawal) is { Ok: false } blank ? blank.Refusals : null),
            withdrawal?.Value?.Letter);
        return (view, state);
    }

    public string LetterLanguage(NoticeState state) => letters.LanguagesOf(state) is [var first, ..] ? first : "en";

    /// <summary>Whether it was taken back after it was sent, and the addressee does not know yet.</summary>
    private static bool IsUntold(NoticeState state) => state is { Withdrawn: not null, Sent: not null, Correction: null };

    private async Task<string> CaseNumberAsync(CaseId id, CancellationToken cancel) =>
        CaseState.Fold(await cases.HistoryAsync(id, cancel))?.Opened.Number ?? "";

    private HashSet<string> May(NoticeState state, bool written, bool logged)
    {
        var may = new HashSet<string>(StringComparer.Ordinal);
        void When(bool open, string act)
        {
            if (open)
            {
                may.Add(act);
            }
        }

        var mail = state.Signed?.Letter.Route == "email" && services.GetService<IMailCarrier>() is not null;
        When(state.Status == NoticeStatus.Draft && written, NoticeForms.Sign);
        When(state.Status == NoticeStatus.Signed && logged && mail, NoticeForms.Send);
        When(state.Status == NoticeStatus.Signed && logged, NoticeForms.MarkSent);
        When(state.Status == NoticeStatus.Sending, NoticeForms.Settle);
        When(state.Status == NoticeStatus.Sent && state.Reference is null, NoticeForms.Receipt);
        When(state.Sent is not null, NoticeForms.Answer);
        When(IsUntold(state), NoticeForms.Correct);
        When(state.Withdrawn is null && state.Status != NoticeStatus.Sending, NoticeForms.Withdraw);
        return may;
    }
}
