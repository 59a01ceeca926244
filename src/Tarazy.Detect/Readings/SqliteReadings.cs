using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Tarazy.Detect.Posts;
using Tarazy.Storage.Contexts;

namespace Tarazy.Detect.Readings;

/// <summary>One prepared statement, run once a post.</summary>
internal static class SqliteReadings
{
    private const int Values = 9;

    private const string Insert = $"INSERT INTO readings ({ReadingWriter.Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

    public static async Task WriteAsync(DeskContext db, IReadOnlyList<LookedPost> batch, CancellationToken cancel)
    {
        await using var insert = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
        insert.CommandText = Insert;
        insert.Transaction = (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
        var values = new SqliteParameter[Values];
        for (var i = 0; i < Values; i++)
        {
            values[i] = insert.Parameters.Add(new SqliteParameter { ParameterName = $"${i + 1}" });
        }

        foreach (var post in batch)
        {
            cancel.ThrowIfCancellationRequested();
            values[0].Value = post.Seq;
            values[1].Value = post.Post.Id.Value;
            values[2].Value = post.Post.Channel.Value;
            values[3].Value = post.Reading.Language;
            values[4].Value = post.Reading.Sure;
            values[5].Value = post.Story;
            values[6].Value = post.Similarity;
            values[7].Value = post.Post.PostedAt.ToUnixTimeMilliseconds();
            values[8].Value = post.Mark;
            insert.ExecuteNonQuery();
        }
    }
}
