using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Tarazy.Publish.Register;
using Tarazy.Records.Canonical;
using Tarazy.Records.Cases;
using Tarazy.Records.Notices;
using Tarazy.Storage.Events;
using Tarazy.TransparencyLog.Receipts;

namespace Tarazy.Publish.Entries;

/// <summary>Makes the leaf of one event and the content it commits to (<c>docs/formats/log-entry.md</c>).</summary>
internal static class EntryText
{
    private const int Version = 1;

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

    public static EntryRow Make(Recorded<NoticeEvent> recorded, string type, RegisterRow notice, long index)
    {
        var at = Time(recorded.At);
        var content = PublicContent.Of(recorded.Event, notice);
        content["format"] = "tarazy-content/1";
        content["number"] = notice.Number;
        content["type"] = type;
        content["at"] = at;
        var opening = new Opening(
            RandomNumberGenerator.GetBytes(Commitment.SaltBytes), Encoding.UTF8.GetString(CanonicalJson.Bytes(content)));
        var role = RoleOf(recorded, notice);

        // Ids of notice, case and post stand in the content: they follow from the post, and who knows it could guess a sealed entry.
        var leaf = new JsonObject
        {
            ["v"] = Version,
            ["type"] = type,
            ["at"] = at,
            ["number"] = notice.Number,
            ["event"] = recorded.Seq,
            ["role"] = role,
            ["commitment"] = Commitment.To(opening).ToBase64(),
        };
        if (notice.SealedUntil is { } opens)
        {
            leaf["sealedUntil"] = opens.ToString("O", CultureInfo.InvariantCulture);
        }

        return new EntryRow
        {
            Index = index,
            EventSeq = recorded.Seq,
            Notice = notice.Notice,
            Type = type,
            Role = role,
            At = recorded.At,
            Leaf = Encoding.UTF8.GetString(CanonicalJson.Bytes(leaf)),
            Salt = opening.Salt.ToArray(),
            Content = opening.Content,
            SealedUntil = notice.SealedUntil,
        };
    }

    internal static string Time(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

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
