using System.Text.Json;
using Tarazy.Records.Canonical;
using Tarazy.Records.Findings;
using Tarazy.Storage.Bulk;
using Tarazy.Storage.Contexts;

namespace Tarazy.Detect.Findings;

/// <summary>
/// Writes findings inside the running transaction, in the order given. On SQLite by one prepared statement: in an import there are
/// thousands a second.
/// </summary>
internal static class FindingWriter
{
    private const string Insert =
        """
        INSERT INTO findings ("Id", "Post", "Channel", "Story", "Rule", "Shadow", "At", "Payload") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """;

    public static async Task WriteAsync(DeskContext db, IEnumerable<Finding> findings, CancellationToken cancel)
    {
        if (db.IsPostgreSql)
        {
            db.AddRange(findings.Select(finding => FindingFeed.Row(finding, finding.Story!.Value.Value)));
            await db.SaveChangesAsync(cancel);
            return;
        }

        Write(db, findings, cancel);
    }

    private static void Write(DeskContext db, IEnumerable<Finding> findings, CancellationToken cancel)
    {
        using var insert = new SqliteStatement(db, Insert);
        foreach (var finding in findings)
        {
            cancel.ThrowIfCancellationRequested();
            insert.BindText(1, finding.Id.Value);
            insert.BindText(2, finding.Post.Value);
            insert.BindText(3, finding.Channel.Value);
            insert.BindText(4, finding.Story!.Value.Value);
            insert.BindText(5, finding.Rule);
            insert.Bind(6, finding.Shadow ? 1L : 0L);
            insert.Bind(7, finding.At.ToUnixTimeMilliseconds());
            insert.BindText(8, JsonSerializer.SerializeToUtf8Bytes(finding, DeskJson.Options));
            insert.Step();
        }
    }
}
