using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Tarazy.Records.Canonical;
using Tarazy.TransparencyLog.Receipts;

namespace Tarazy.Publish.Entries;

/// <summary>What an entry is made of, whatever it is about.</summary>
/// <param name="Content">What the register shows of the event; format, number, type and time are added to it.</param>
internal sealed record EntryDraft(
    string Feed, string Type, string Role, long EventSeq, DateTimeOffset At, string Subject, string Number, DateOnly? SealedUntil, JsonObject Content)
{
    /// <summary>When the content opens, where that can be before the day in the leaf.</summary>
    public DateOnly? OpensOn { get; init; } = SealedUntil;
}

/// <summary>Writes leaf and content as <c>docs/formats/log-entry.md</c> has them.</summary>
internal static class LeafText
{
    private const int Version = 1;

    public static EntryRow Make(EntryDraft draft, long index)
    {
        var opening = Seal(draft);

        // Ids of notice, case and post stand in the content: they follow from the post, and who knows it could guess a sealed entry.
        var leaf = new JsonObject
        {
            ["v"] = Version,
            ["type"] = draft.Type,
            ["at"] = Time(draft.At),
            ["number"] = draft.Number,
            ["event"] = draft.EventSeq,
            ["role"] = draft.Role,
            ["commitment"] = Commitment.To(opening).ToBase64(),
        };
        if (draft.SealedUntil is { } opens)
        {
            leaf["sealedUntil"] = opens.ToString("O", CultureInfo.InvariantCulture);
        }

        return new EntryRow
        {
            Index = index,
            Feed = draft.Feed,
            EventSeq = draft.EventSeq,
            Subject = draft.Subject,
            Type = draft.Type,
            Role = draft.Role,
            At = draft.At,
            Leaf = Encoding.UTF8.GetString(CanonicalJson.Bytes(leaf)),
            Salt = opening.Salt.ToArray(),
            Content = opening.Content,
            SealedUntil = draft.OpensOn,
        };
    }

    internal static string Time(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static Opening Seal(EntryDraft draft)
    {
        var content = draft.Content;
        content["format"] = "tarazy-content/1";
        content["number"] = draft.Number;
        content["type"] = draft.Type;
        content["at"] = Time(draft.At);
        return new Opening(RandomNumberGenerator.GetBytes(Commitment.SaltBytes), Encoding.UTF8.GetString(CanonicalJson.Bytes(content)));
    }
}
