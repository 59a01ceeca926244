using Tarazy.Policy.Clocks;
using Tarazy.Policy.Law;
using Tarazy.Records.Cases;

namespace Tarazy.Notice.Notices;

/// <summary>The clocks of the pack that a decision rests on, counted in its calendar.</summary>
internal sealed class NoticeClocks(Packs law)
{
    private const string Send = "send";
    private const string Answer = "answer";

    /// <summary>Until when the notice should have gone out; null when the pack gives no such clock.</summary>
    public DateTimeOffset? SendBy(Decision decision, DateTimeOffset detectedAt) => Due(decision, Send, detectedAt);

    /// <summary>After when silence counts as no answer; null when the pack gives no such clock.</summary>
    public DateTimeOffset? AnswerBy(Decision decision, DateTimeOffset sentAt) => Due(decision, Answer, sentAt);

    private DateTimeOffset? Due(Decision decision, string clock, DateTimeOffset from) =>
        decision.Clause is { } clause && law.Find(clause.Jurisdiction) is { } pack && pack.FindClock(clock) is { } found
            ? Deadlines.Due(found, pack.Calendar, from).Value?.At
            : null;
}
