using Tarazy.Detect.Posts;
using Tarazy.Storage.Bulk;
using Tarazy.Storage.Contexts;

namespace Tarazy.Detect.Readings;

/// <summary>One prepared statement, run once a post.</summary>
internal static class SqliteReadings
{
    private const string Insert = $"INSERT INTO readings ({ReadingWriter.Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";

    public static void Write(DeskContext db, IReadOnlyList<LookedPost> batch, CancellationToken cancel)
    {
        using var insert = new SqliteStatement(db, Insert);
        foreach (var post in batch)
        {
            cancel.ThrowIfCancellationRequested();
            insert.Bind(1, post.Seq);
            insert.BindText(2, post.Id);
            insert.BindText(3, post.Channel);
            insert.BindText(4, post.Reading.Language);
            insert.Bind(5, post.Reading.Sure ? 1L : 0L);
            insert.Bind(6, post.Story);
            insert.Bind(7, post.Similarity);
            insert.Bind(8, post.PostedAt);
            insert.BindBlob(9, post.Mark.Span);
            insert.Step();
        }
    }
}
