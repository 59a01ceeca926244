using Tarazy.Records.Demands;
using Tarazy.Storage.Events;

namespace Tarazy.Publish.Demands;

/// <summary>Brings the row of a demand up to one more event.</summary>
internal static class DemandProjection
{
    public static DemandRegisterRow New(DemandReceived received, DateTimeOffset at, long index) => new()
    {
        Demand = received.Demand.Value,
        Number = received.Number,
        Aliases = "",
        SealedUntil = received.Seal?.OpensUnread(at),
        SealFixedUntil = received.Seal?.Until,
        FirstEntry = index,
        ReceivedAt = received.Letter.ReceivedAt,
        DueAt = received.DueAt,
        Kind = received.Letter.Kind,
        AddressedTo = received.Letter.AddressedTo,
        Jurisdiction = received.Letter.Issuer.Jurisdiction,
        IssuerKind = received.Letter.Issuer.Kind,
        Issuer = received.Letter.Issuer.Name,
    };

    public static void Apply(DemandRegisterRow row, Recorded<DemandEvent> recorded)
    {
        if (!row.Aliases.Split(',').Contains(recorded.Actor, StringComparer.Ordinal))
        {
            row.Aliases = row.Aliases.Length == 0 ? recorded.Actor : $"{row.Aliases},{recorded.Actor}";
        }

        switch (recorded.Event)
        {
            case DemandSealRead read:
                row.SealedUntil = read.Agrees ? row.SealFixedUntil : DateOnly.FromDateTime(recorded.At.UtcDateTime);
                break;
            case DemandNarrowed:
                row.Narrowed = true;
                break;
            case DemandAnswered answered:
                (row.Outcome, row.AnsweredAt) = (answered.Answer.Outcome, recorded.At);
                break;
            case AnswerGiven:
                row.GivenAt = recorded.At;
                break;
            case DemandWithdrawn:
                row.WithdrawnAt = recorded.At;
                break;
            case ObjectionOpened:
                row.ObjectionOpen = true;
                break;
            case ObjectionDecided { Reversed: true }:
                (row.ObjectionOpen, row.Reversed, row.Outcome, row.AnsweredAt, row.GivenAt) = (false, true, null, null, null);
                break;
            case ObjectionDecided:
                row.ObjectionOpen = false;
                break;
            default:
                break;
        }
    }
}
