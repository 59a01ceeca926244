using Tarazy.Notice.Notices;
using Tarazy.Records.Cases;
using Tarazy.Records.Notices;
using Tarazy.Records.Outcomes;

namespace Tarazy.Notice.Sending;

/// <summary>A person sent the notice by hand (a form, a bot, a letter) and says so, with what proves it.</summary>
public sealed record MarkAsSent(NoticeId Notice, int Version, ReviewerId Reviewer, string Proof);

/// <summary>A person lets the desk send the notice by e-mail.</summary>
public sealed record SendByMail(NoticeId Notice, int Version, ReviewerId Reviewer);

/// <summary>A person looked for a mail of which nothing was heard, and says whether it went.</summary>
public sealed record SettleSending(NoticeId Notice, int Version, ReviewerId Reviewer, bool WasSent, string Proof);

/// <summary>What is known around a notice when it is to be sent.</summary>
/// <param name="EntryIndex">Index of its entry, once the receipt has been verified; null with the reason in <paramref name="NoEntryBecause"/>.</param>
/// <param name="SentTodayToAddressee">Notices sent to the same addressee in the last 24 hours.</param>
/// <param name="SamePostSent">Number of another notice that already named one of its posts and still stands.</param>
/// <param name="AnswerDueAt">When the clock for an answer ends if it goes now; null when the pack has none.</param>
internal sealed record SendingFacts(
    long? EntryIndex,
    string? NoEntryBecause,
    int SentTodayToAddressee,
    string? SamePostSent,
    DateTimeOffset? AnswerDueAt = null);

internal static class SendNoticeHandler
{
    private const int LongestProof = 2_000;

    public static Outcome<NoticeEvent[]> Handle(MarkAsSent command, NoticeState state, SendingFacts facts, int quota)
    {
        var refusals = Check(state, facts, quota);
        if (refusals.Count > 0)
        {
            return Outcome<NoticeEvent[]>.Refused(refusals);
        }

        return Says(command.Proof)
            ? new NoticeEvent[] { new NoticeSent(state.Id, command.Reviewer, facts.EntryIndex!.Value, command.Proof.Trim(), facts.AnswerDueAt) }
            : new WordsMissing("proof", LongestProof);
    }

    /// <summary>The trace comes first: after it a crash can lose the reply of the mail server, but never send twice.</summary>
    public static Outcome<NoticeEvent[]> Handle(SendByMail command, NoticeState state, SendingFacts facts, int quota, string messageId)
    {
        var refusals = Check(state, facts, quota);
        if (refusals.Count > 0)
        {
            return Outcome<NoticeEvent[]>.Refused(refusals);
        }

        return state.Signed!.Letter.Route == "email"
            ? new NoticeEvent[] { new SendingStarted(state.Id, command.Reviewer, messageId) }
            : new NotAMail(state.Signed.Letter.Route);
    }

    public static Outcome<NoticeEvent[]> Handle(SettleSending command, NoticeState state, SendingFacts facts)
    {
        if (state.Status != NoticeStatus.Sending || state.Sending is not { } sending)
        {
            return new NoticeNotReady(state.Status);
        }

        if (!Says(command.Proof))
        {
            return new WordsMissing("proof", LongestProof);
        }

        if (!command.WasSent)
        {
            return new NoticeEvent[] { new SendingFailed(state.Id, sending.MessageId, command.Proof.Trim()) };
        }

        return facts.EntryIndex is { } index
            ? new NoticeEvent[] { new NoticeSent(state.Id, command.Reviewer, index, command.Proof.Trim(), facts.AnswerDueAt) }
            : new NotInLog(facts.NoEntryBecause ?? "");
    }

    /// <summary>When a check cannot be made, the answer is no: an entry that cannot be verified counts as absent.</summary>
    private static List<Refusal> Check(NoticeState state, SendingFacts facts, int quota)
    {
        if (state.Status != NoticeStatus.Signed)
        {
            return [new NoticeNotReady(state.Status)];
        }

        var refusals = new List<Refusal>();
        if (facts.EntryIndex is null)
        {
            refusals.Add(new NotInLog(facts.NoEntryBecause ?? "the log does not cover it yet"));
        }

        if (facts.SentTodayToAddressee >= quota)
        {
            refusals.Add(new AddresseeIsFull(quota));
        }

        if (facts.SamePostSent is { } other)
        {
            refusals.Add(new AlreadyNoticed(other));
        }

        return refusals;
    }

    private static bool Says(string words) => words.Trim().Length is > 0 and <= LongestProof;
}

/// <summary>No secret notice: the entry comes first.</summary>
public sealed record NotInLog(string Why) : Refusal
{
    public override string Code => "not-in-log";

    public override string Says => $"The notice cannot be sent before its entry is in the transparency log and verifies: {Why}.";

    public override IReadOnlyList<object> Facts => [Why];
}

public sealed record AddresseeIsFull(int Quota) : Refusal
{
    public override string Code => "addressee-is-full";

    public override string Says => $"{Quota} notices went to this addressee in the last 24 hours, which is the limit. Wait, or let an administrator raise it.";

    public override IReadOnlyList<object> Facts => [Quota];
}

public sealed record AlreadyNoticed(string Other) : Refusal
{
    public override string Code => "already-noticed";

    public override string Says => $"Notice {Other} already names this post. Withdraw one of them.";

    public override IReadOnlyList<object> Facts => [Other];
}

public sealed record NotAMail(string Route) : Refusal
{
    public override string Code => "not-a-mail";

    public override string Says => $"This notice travels by {Route}: send it by hand and mark it as sent.";

    public override IReadOnlyList<object> Facts => [Route];
}
