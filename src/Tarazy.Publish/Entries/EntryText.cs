using Tarazy.Publish.Register;
using Tarazy.Records.Cases;
using Tarazy.Records.Notices;
using Tarazy.Storage.Events;

namespace Tarazy.Publish.Entries;

/// <summary>Makes the leaf of one event and the content it commits to (<c>docs/formats/log-entry.md</c>).</summary>
internal static class EntryText
{
    /// <summary>The public name of an event; null for what belongs to the desk alone.</summary>
    public static string? TypeOf(NoticeEvent happened) => happened switch
    {
        NoticeSigned => "notice-signed",
        NoticeSent => "notice-sent",
        ReceiptConfirmed => "receipt-confirmed",
        AnswerRecorded => "notice-answered",
        AppealOpened => "appeal-opened",
        AppealDecided => "appeal-decided",
        NoticeWithdrawn => "notice-withdrawn",
        CorrectionSent => "correction-sent",
        _ => null,
    };

    public static EntryRow Make(Recorded<NoticeEvent> recorded, string type, RegisterRow notice, long index) => LeafText.Make(
        new EntryDraft(
            EntryRow.NoticeFeed,
            type,
            RoleOf(recorded, notice),
            recorded.Seq,
            recorded.At,
            notice.Notice,
            notice.Number,
            notice.SealedUntil,
            PublicContent.Of(recorded.Event, notice)),
        index);

    private static string RoleOf(Recorded<NoticeEvent> recorded, RegisterRow notice) => recorded.Event switch
    {
        AppealOpened => "channel",
        AppealDecided => "ombudsperson",
        _ when recorded.Actor == "desk" => "desk",
        _ when recorded.Actor == notice.Decider => "decider",
        _ when recorded.Actor == notice.SecondReader => "second-reader",
        _ => "reviewer",
    };

    /// <summary>Every alias that an event could carry, so that none of them slips into public words.</summary>
    internal static IReadOnlyList<string> AliasesOf(NoticeEvent happened, RegisterRow notice)
    {
        ReviewerId? by = happened switch
        {
            NoticeSigned signed => signed.By,
            AnswerRecorded answer => answer.By,
            AppealDecided appeal => appeal.By,
            NoticeWithdrawn withdrawn => withdrawn.By,
            _ => null,
        };
        return [notice.Decider, notice.SecondReader, .. by is { } alias ? new[] { alias.Value } : []];
    }
}
