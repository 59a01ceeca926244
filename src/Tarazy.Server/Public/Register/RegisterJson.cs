using System.Text.Json;
using Tarazy.Records.Canonical;
using Tarazy.Records.Notices;
using Published = Tarazy.Publish.Register;

namespace Tarazy.Server.Public.Register;

/// <summary>The register as JSON. Written member by member: the notice's own id follows from its post and must not open a seal.</summary>
internal static class RegisterJson
{
    public static byte[] Write(Published.RegisterPage page) => JsonSerializer.SerializeToUtf8Bytes(
        new Document("tarazy-register/1", page.Total, page.Next, [.. page.Lines.Select(Of)]), DeskJson.Options);

    private static Line Of(Published.RegisterLine line) => new(
        line.Number,
        line.FirstEntry,
        line.SignedAt,
        line.SentAt,
        line.AnsweredAt,
        line.Outcome,
        line.Appealed,
        line.Reversed,
        line.Withdrawn,
        line.SealedUntil,
        line.ErasedAt,
        line.Subject);

    /// <param name="Next">Value of <c>after</c> for what did not fit; left out when everything did.</param>
    private sealed record Document(string Format, int Total, long? Next, IReadOnlyList<Line> Notices);

    private sealed record Line(
        string Number,
        long Entry,
        DateTimeOffset SignedAt,
        DateTimeOffset? SentAt,
        DateTimeOffset? AnsweredAt,
        AnswerOutcome? Outcome,
        bool Appealed,
        bool Reversed,
        bool Withdrawn,
        DateOnly? SealedUntil,
        DateTimeOffset? ErasedAt,
        Published.RegisterSubject? Subject);
}
