using Microsoft.Extensions.Options;
using Tarazy.Notice.Appeals;
using Tarazy.Notice.Drafting;
using Tarazy.Notice.Notices;
using Tarazy.Notice.Opening;
using Tarazy.Policy.Law;
using Tarazy.Policy.Rungs;
using Tarazy.Records.Outcomes;
using Tarazy.Records.Posts;

namespace Tarazy.Notice.Signing;

/// <summary>Writes letters with what this desk is: its name, its addresses, its one-time links.</summary>
public sealed class LetterDesk
{
    private readonly Packs _law;
    private readonly INoticedPosts _posts;
    private readonly AppealLinks _links;
    private readonly NoticeOptions _options;

    internal LetterDesk(Packs law, INoticedPosts posts, AppealLinks links, IOptions<NoticeOptions> options)
    {
        _law = law;
        _posts = posts;
        _links = links;
        _options = options.Value;
    }

    /// <summary>Where the channel of a notice can object, once.</summary>
    public string AppealLinkOf(NoticeState notice) => $"{_options.PublicAddress}/appeal/{_links.TokenOf(notice.Id)}";

    /// <summary>Languages that the notice's form is offered in; the language of the posts first where it is among them.</summary>
    public IReadOnlyList<string> LanguagesOf(NoticeState notice)
    {
        var spoken = notice.Drafted.Posts.Select(p => p.Language).FirstOrDefault();
        return FormOf(notice) is { } form
            ? [.. form.Letters.Keys.OrderByDescending(l => l == spoken).ThenBy(l => l, StringComparer.Ordinal)]
            : [];
    }

    /// <summary>The good-faith statement of the notice's form, as it stands in the letter; empty where the form has none.</summary>
    public string StatementOf(NoticeState notice, string language) =>
        FormOf(notice)?.Letters.GetValueOrDefault(language)?.Statement ?? "";

    /// <summary>The letter as it would be signed now.</summary>
    public Task<Outcome<DraftedLetter>> WriteAsync(NoticeState notice, string language, CancellationToken cancel) =>
        MakeAsync(notice, language, (pack, facts) => RenderLetter.Notice(notice.Drafted, pack, facts), cancel);

    /// <summary>The letter that takes a sent notice back.</summary>
    public Task<Outcome<DraftedLetter>> WriteWithdrawalAsync(NoticeState notice, string language, CancellationToken cancel) => MakeAsync(
        notice,
        language,
        (pack, facts) => RenderLetter.Withdrawal(
            notice.Drafted, pack, facts, notice.Withdrawn?.Reasons ?? "", notice.SentAt ?? notice.DraftedAt),
        cancel);

    private async Task<Outcome<DraftedLetter>> MakeAsync(
        NoticeState notice, string language, Func<Pack, DraftFacts, Outcome<DraftedLetter>> render, CancellationToken cancel)
    {
        if (PackOf(notice) is not { } pack)
        {
            return new PackMissing(notice.Drafted.Decision.Clause?.Jurisdiction ?? "");
        }

        var channel = await _posts.ChannelAsync(notice.Drafted.Channel, cancel) ?? new Channel(notice.Drafted.Channel, "");
        return render(pack, new DraftFacts(
            channel,
            new Notifier(_options.DeskName, _options.DeskMail),
            AppealLinkOf(notice),
            $"{_options.PublicAddress}/register/{notice.Drafted.Number}",
            language));
    }

    private NoticeForm? FormOf(NoticeState notice)
    {
        var pack = PackOf(notice);
        return pack?.FindAddressee(notice.Drafted.Decision.Addressee ?? "") is { } addressee ? pack.FindForm(addressee.Form) : null;
    }

    private Pack? PackOf(NoticeState notice) => notice.Drafted.Decision.Clause is { } clause ? _law.Find(clause.Jurisdiction) : null;
}
