using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Tarazy.Detect.Posts;
using Tarazy.Storage.Contexts;

namespace Tarazy.Detect.Readings;

/// <summary>A binary COPY.</summary>
internal static class PostgreSqlReadings
{
    private const string Copy = $"COPY readings ({ReadingWriter.Columns}) FROM STDIN (FORMAT BINARY)";

    public static async Task WriteAsync(DeskContext db, IReadOnlyList<LookedPost> batch, CancellationToken cancel)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var copy = await connection.BeginBinaryImportAsync(Copy, cancel);
        foreach (var post in batch)
        {
            await copy.StartRowAsync(cancel);
            await copy.WriteAsync(post.Seq, NpgsqlDbType.Bigint, cancel);
            await copy.WriteAsync(post.Post.Id.Value, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(post.Post.Channel.Value, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(post.Reading.Language, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(post.Reading.Sure, NpgsqlDbType.Boolean, cancel);
            await copy.WriteAsync(post.Story, NpgsqlDbType.Bigint, cancel);
            await copy.WriteAsync(post.Similarity, NpgsqlDbType.Double, cancel);
            await copy.WriteAsync(post.PostedAt, NpgsqlDbType.Bigint, cancel);
            await copy.WriteAsync(post.Mark, NpgsqlDbType.Bytea, cancel);
        }

        await copy.CompleteAsync(cancel);
    }
}
