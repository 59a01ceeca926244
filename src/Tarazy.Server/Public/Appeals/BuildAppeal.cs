using Tarazy.Notice.Notices;
using Tarazy.Publish.Entries;
using Tarazy.Publish.Register;
using Tarazy.Records.Cases;
using Tarazy.Records.Notices;
using Tarazy.Server.Public.Names;
using Tarazy.Server.Public.Notices;
using Tarazy.Storage.Events;

namespace Tarazy.Server.Public.Appeals;

/// <summary>
/// Makes the page behind a one-time link of the notice's own events: whoever holds the link reads everything, also while the
/// register's content is sealed. Pure. Only the people of the desk stay unnamed here as well.
/// </summary>
internal static class BuildAppeal
{
    private const string AnyLanguage = "und";

    /// <param name="entries">Where the events stand in the log; none while they are on their way there.</param>
    public static PublicNoticeView Notice(
        NoticeState state, IReadOnlyList<Recorded<NoticeEvent>> history, IReadOnlyList<RegisteredEntry> entries, string channel, PublicNames names)
    {
        var decision = state.Drafted.Decision;
        var said = new ChainWords(state, entries, names);
        return new PublicNoticeView(
            state.Drafted.Number,
            names.Title(decision.Harm.Value, channel),
            state.Withdrawn is null ? "sent" : "withdrawn",
            state.Answer?.Outcome,
            [.. history.Select(said.Line).OfType<ChainLine>()],
            decision.Harm,
            decision.Measure,
            names.Addressee(decision.Addressee, decision.Clause?.ToString()),
            Checkpoint: null,
            Key: null);
    }

    /// <param name="days">Within how many days the desk decides.</param>
    public static AppealStatus? Status(NoticeState state, IReadOnlyList<Recorded<NoticeEvent>> history, int days)
    {
        if (state is not { Appeal: { } appeal, AppealedAt: { } at })
        {
            return null;
        }

        var decided = history.LastOrDefault(h => h.Event is AppealDecided);
        return new AppealStatus(
            at,
            at.AddDays(days),
            appeal.Words,
            AnyLanguage,
            state.AppealDecision?.Reversed,
            decided?.At,
            state.AppealDecision is { } decision ? PublicWords.Of(decision.Reasons, Aliases(state)) : null);
    }

    private static string[] Aliases(NoticeState state) =>
    [
        .. new[] { state.Drafted.Decider, state.Drafted.SecondReader }.Select(r => r.Value),
        .. new[] { state.Signed?.By, state.Sent?.By, state.Answer?.By, state.AppealDecision?.By, state.Withdrawn?.By }
            .OfType<ReviewerId>().Select(r => r.Value),
    ];

    /// <summary>One event in public words, with its entry.</summary>
    private sealed class ChainWords(NoticeState state, IReadOnlyList<RegisteredEntry> entries, PublicNames names)
    {
        private readonly string[] _aliases = Aliases(state);

        public ChainLine? Line(Recorded<NoticeEvent> recorded) => recorded.Event switch
        {
            NoticeSigned signed => Notice(recorded.At, signed),
            ReceiptConfirmed => At(recorded.At, EntryTypes.Received),
            AnswerRecorded answer => Answer(recorded.At, answer),
            AppealOpened appeal => At(recorded.At, EntryTypes.Appealed) with { Words = Words(appeal.Words), Language = AnyLanguage },
            AppealDecided decided => Decided(recorded.At, decided),
            NoticeWithdrawn withdrawn => At(recorded.At, EntryTypes.Withdrawn) with { Reasons = Words(withdrawn.Reasons) },
            CorrectionSent => At(recorded.At, EntryTypes.Corrected),

            // Drafts and the steps of sending are the desk's own; the sending is shown with the notice.
            _ => null,
        };

        private ChainLine Notice(DateTimeOffset signedAt, NoticeSigned signed)
        {
            var (decision, clause) = (state.Drafted.Decision, names.Clause(state.Drafted.Decision.Clause?.ToString()));
            return At(signedAt, EntryTypes.Signed) with
            {
                At = state.SentAt ?? signedAt,
                LoggedAt = state.SentAt is null ? null : signedAt,
                Reasons = Words(decision.Reasons),
                Ground = new NoticeGround(
                    decision.Measure,
                    clause?.Title,
                    clause?.Language,
                    decision.EndsOn,
                    decision.Territory,
                    [.. state.Drafted.Posts.Select(p => new QuoteView(p.Quote, p.Language))],
                    Test(decision.Answers)),
                Letter = new LetterText(signed.Letter.Language, Words(signed.Letter.Subject), Words(signed.Letter.Body)),
            };
        }

        private ChainLine Answer(DateTimeOffset at, AnswerRecorded answer) => At(at, EntryTypes.Answered) with
        {
            Answer = answer.Outcome,
            Words = answer.Words.Length > 0 ? Words(answer.Words) : null,
            Language = AnyLanguage,
        };

        private ChainLine Decided(DateTimeOffset at, AppealDecided decided) => At(at, EntryTypes.AppealDecided) with
        {
            Kind = decided.Reversed ? "reversal" : "upheld",
            Reasons = Words(decided.Reasons),
        };

        private ProportionalityAnswers? Test(ProportionalityAnswers? answers) => answers is null ? null : answers with
        {
            Legality = Words(answers.Legality),
            AimReason = Words(answers.AimReason),
            Necessity = Words(answers.Necessity),
            WhyNotMilder = Words(answers.WhyNotMilder),
            ContextWeighed = answers.ContextWeighed is { } weighed ? Words(weighed) : null,
        };

        private ChainLine At(DateTimeOffset at, string type) =>
            new(EntryTypes.KindOf(type), at, entries.FirstOrDefault(e => e.Covered && e.Type == type && e.At == at)?.Index);

        private string Words(string words) => PublicWords.Of(words, _aliases);
    }
}
