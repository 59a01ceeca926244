using Tarazy.Detect.Posts;
using Tarazy.Storage.Contexts;

namespace Tarazy.Detect.Readings;

/// <summary>
/// Writes the readings of a batch inside its transaction. There is one a post, so they go the databases' short way and not
/// through the change tracker.
/// </summary>
internal static class ReadingWriter
{
    public const string Columns =
        """
        "PostSeq", "Post", "Channel", "Language", "Sure", "Story", "Similarity", "PostedAt", "Mark"
        """;

    public static Task WriteAsync(DeskContext db, IReadOnlyList<LookedPost> batch, CancellationToken cancel)
    {
        if (db.IsPostgreSql)
        {
            return PostgreSqlReadings.WriteAsync(db, batch, cancel);
        }

        SqliteReadings.Write(db, batch, cancel);
        return Task.CompletedTask;
    }
}
