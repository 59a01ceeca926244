using System.Globalization;
using System.Text;
using System.Text.Json;
using Tarazy.Publish.Demands;
using Tarazy.Records.Canonical;
using Tarazy.Records.Demands;
using Tarazy.Server.Public.Register;
using Tarazy.Server.Web;

namespace Tarazy.Server.Public.Demands;

/// <summary>The demands as files: ids instead of names, times in UTC. Written member by member, so that a seal stays shut.</summary>
internal static class DemandFiles
{
    private const string Head =
        "number,entry,standing,received_at,due_at,answered_at,late,narrowed,reversed,country,issuer,issuer_kind,kind,addressed_to,sealed_until,erased_at";

    public static string Csv(IEnumerable<DemandLine> lines)
    {
        var file = new StringBuilder(Head).Append("\r\n");
        foreach (var line in lines)
        {
            file.AppendJoin(',', Fields(line).Select(RegisterCsv.Field)).Append("\r\n");
        }

        return file.ToString();
    }

    public static byte[] Json(DemandPage page) => JsonSerializer.SerializeToUtf8Bytes(
        new Document("tarazy-demands/1", page.Total, page.Next, [.. page.Lines.Select(Of)]), DeskJson.Options);

    private static string?[] Fields(DemandLine line) =>
    [
        line.Number,
        line.FirstEntry.ToString(CultureInfo.InvariantCulture),
        FormNames.Of(line.Standing),
        Time(line.ReceivedAt),
        Time(line.DueAt),
        Time(line.AnsweredAt),
        Flag(line.Late),
        Flag(line.Narrowed),
        Flag(line.Reversed),
        line.Asked?.Jurisdiction,
        line.Asked?.Issuer,
        line.Asked is { } asked ? FormNames.Of(asked.IssuerKind) : null,
        line.Asked is { } what ? FormNames.Of(what.Kind) : null,
        line.Asked is { } to ? FormNames.Of(to.AddressedTo) : null,
        line.SealedUntil?.ToString("O", CultureInfo.InvariantCulture),
        Time(line.ErasedAt),
    ];

    private static Line Of(DemandLine line) => new(
        line.Number,
        line.FirstEntry,
        line.Standing,
        line.ReceivedAt,
        line.DueAt,
        line.AnsweredAt,
        line.Late,
        line.Narrowed,
        line.Reversed,
        line.Asked?.Jurisdiction,
        line.Asked?.Issuer,
        line.Asked?.IssuerKind,
        line.Asked?.Kind,
        line.Asked?.AddressedTo,
        line.SealedUntil,
        line.ErasedAt);

    private static string Flag(bool value) => value ? "true" : "false";

    private static string? Time(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <param name="Next">Value of <c>after</c> for what did not fit; left out when everything did.</param>
    private sealed record Document(string Format, int Total, long? Next, IReadOnlyList<Line> Demands);

    private sealed record Line(
        string Number,
        long Entry,
        DemandStanding Standing,
        DateTimeOffset? ReceivedAt,
        DateTimeOffset? DueAt,
        DateTimeOffset? AnsweredAt,
        bool Late,
        bool Narrowed,
        bool Reversed,
        string? Country,
        string? Issuer,
        IssuerKind? IssuerKind,
        DemandKind? Kind,
        AddressedTo? AddressedTo,
        DateOnly? SealedUntil,
        DateTimeOffset? ErasedAt);
}
