using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tarazy.Notice.Delivery;
using Tarazy.Notice.Notices;
using Tarazy.Records.Canonical;
using Tarazy.Records.Notices;
using Tarazy.Records.Outcomes;
using Tarazy.Storage.Contexts;
using Tarazy.TransparencyLog.Receipts;

namespace Tarazy.Notice.Sending;

/// <summary>Runs the three ways in which a notice leaves the desk, each behind its log entry.</summary>
internal sealed class SendingDesk(
    NoticeActions notices,
    EntryCheck entries,
    NoticeClocks clocks,
    IMailCarrier? mail,
    IOptions<NoticeOptions> options,
    TimeProvider clock)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    public async Task<Outcome<NoticeState>> MarkAsSentAsync(MarkAsSent command, CancellationToken cancel)
    {
        var entry = await EntryOfAsync(command.Notice, cancel);
        return await notices.ActAsync(
            command.Notice,
            command.Version,
            command.Reviewer.Value,
            async (db, state, _) => SendNoticeHandler.Handle(command, state, await FactsAsync(db, state, entry, cancel), options.Value.NoticesADay),
            cancel);
    }

    /// <summary>Trace, mail, result: three steps, so that a crash between any two of them never sends a second mail.</summary>
    public async Task<Outcome<NoticeState>> SendByMailAsync(SendByMail command, CancellationToken cancel)
    {
        if (mail is null)
        {
            return new MailNotSetUp();
        }

        var entry = await EntryOfAsync(command.Notice, cancel);
        var messageId = MessageIdOf(command);
        var started = await notices.ActAsync(
            command.Notice,
            command.Version,
            command.Reviewer.Value,
            async (db, state, _) => SendNoticeHandler.Handle(
                command, state, await FactsAsync(db, state, entry, cancel), options.Value.NoticesADay, messageId),
            cancel);
        if (!started.Ok)
        {
            return started;
        }

        // From here the desk must hear the result even if the browser went away: the mail may be gone already.
        var result = await mail.SendAsync(started.Value.Signed!.Letter, messageId, CancellationToken.None);
        return result switch
        {
            MailAccepted accepted => await notices.ActAsync(
                command.Notice,
                started.Value.Version,
                command.Reviewer.Value,
                (state, now) => new NoticeEvent[]
                {
                    new NoticeSent(state.Id, command.Reviewer, entry.Index!.Value, accepted.Reply, clocks.AnswerBy(state.Drafted.Decision, now)),
                },
                CancellationToken.None),
            MailRefused refused => await notices.ActAsync(
                command.Notice,
                started.Value.Version,
                NoticeActions.Desk,
                (state, _) => new NoticeEvent[] { new SendingFailed(state.Id, messageId, refused.Why) },
                CancellationToken.None),

            // It may have gone. The state stays "sending" and asks a person to look.
            _ => started,
        };
    }

    public async Task<Outcome<NoticeState>> SettleAsync(SettleSending command, CancellationToken cancel)
    {
        var entry = await EntryOfAsync(command.Notice, cancel);
        return await notices.ActAsync(
            command.Notice,
            command.Version,
            command.Reviewer.Value,
            async (db, state, _) => SendNoticeHandler.Handle(command, state, await FactsAsync(db, state, entry, cancel)),
            cancel);
    }

    /// <summary>One message id a notice and attempt, so that two copies could be told apart from one sent twice.</summary>
    private string MessageIdOf(SendByMail command)
    {
        var domain = new Uri(options.Value.PublicAddress).Host;
        var version = command.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return $"{ContentId.Of(command.Notice.Value, version)}@{domain}";
    }

    private async Task<EntryProof> EntryOfAsync(NoticeId notice, CancellationToken cancel) =>
        await notices.StateAsync(notice, cancel) is { Signed: not null } state
            ? await entries.OfSigningAsync(state, cancel)
            : new EntryProof(null, "nobody has signed it");

    private async Task<SendingFacts> FactsAsync(DeskContext db, NoticeState state, EntryProof entry, CancellationToken cancel)
    {
        var since = clock.GetUtcNow() - Day;
        var addressee = state.Drafted.Decision.Addressee ?? "";
        var today = await db.Set<NoticeRow>().CountAsync(n => n.Addressee == addressee && n.SentAt > since, cancel);
        var posts = state.Drafted.Posts.Select(p => p.Post.Value).ToList();
        var other = await (
            from post in db.Set<NoticedPostRow>()
            join row in db.Set<NoticeRow>() on post.Notice equals row.Id
            where posts.Contains(post.Post) && row.Id != state.Id.Value && row.SentAt != null
                && row.Status != NoticeStatus.Withdrawn && row.Addressee == addressee
            select row.Number).FirstOrDefaultAsync(cancel);
        return new SendingFacts(entry.Index, entry.Why, today, other, clocks.AnswerBy(state.Drafted.Decision, clock.GetUtcNow()));
    }
}

/// <summary>Without a mail server the notice is exported for a person to send.</summary>
public sealed record MailNotSetUp : Refusal
{
    public override string Code => "mail-not-set-up";

    public override string Says => "No mail server is set up. Copy the letter, send it by hand, and mark it as sent.";
}
