using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Tarazy.Records.Posts;
using Tarazy.Storage.Bulk;
using Tarazy.Storage.Contexts;

namespace Tarazy.Ingest.Posts;

/// <summary>A binary COPY into a table of the transaction, then one statement that takes over what is new, in order.</summary>
internal sealed class PostgreSqlPostWriter(DeskContext db, IBulkReader? next) : PostWriter(db, next)
{
    private const string Columns =
        """
        "Id", "Channel", "Message", "PostedAt", "EditedAt", "SeenAt", "Text", "Links", "Media", "ForwardedFrom", "ReplyTo", "Views", "Reactions", "Content"
        """;

    private const string Stage =
        $"""
        CREATE TEMP TABLE incoming ON COMMIT DROP AS SELECT 0 AS n, {Columns} FROM posts WITH NO DATA
        """;

    private const string Copy = $"COPY incoming (n, {Columns}) FROM STDIN (FORMAT BINARY)";

    // The earlier version is the one before it in this batch, or else the newest that is stored.
    private const string TakeOver =
        $"""
        INSERT INTO posts ({Columns}, "Replaces")
        SELECT {Columns}, coalesce(
          lag(i."Id") OVER (PARTITION BY i."Channel", i."Message" ORDER BY i.n),
          (SELECT p."Id" FROM posts p WHERE p."Channel" = i."Channel" AND p."Message" = i."Message" ORDER BY p."Seq" DESC LIMIT 1))
        FROM incoming i
        WHERE NOT EXISTS (SELECT 1 FROM posts k WHERE k."Id" = i."Id")
        ORDER BY i.n
        RETURNING "Seq", "Id", "Replaces"
        """;

    private readonly NpgsqlConnection _connection = (NpgsqlConnection)db.Database.GetDbConnection();

    protected override async Task InsertAsync(PostBlock posts, List<StoredPost> stored, CancellationToken cancel)
    {
        await using (var stage = new NpgsqlCommand(Stage, _connection))
        {
            await stage.ExecuteNonQueryAsync(cancel);
        }

        var places = await CopyAsync(posts, cancel);
        await using var takeOver = new NpgsqlCommand(TakeOver, _connection);
        await using var inserted = await takeOver.ExecuteReaderAsync(cancel);
        while (await inserted.ReadAsync(cancel))
        {
            stored.Add(new StoredPost(
                places[inserted.GetString(1)],
                inserted.GetInt64(0),
                await inserted.IsDBNullAsync(2, cancel) ? null : PostId.From(inserted.GetString(2))));
        }
    }

    /// <returns>The posts that were copied, each once, by their ids.</returns>
    private async Task<Dictionary<string, int>> CopyAsync(PostBlock posts, CancellationToken cancel)
    {
        var places = new Dictionary<string, int>(posts.Count);
        await using var copy = await _connection.BeginBinaryImportAsync(Copy, cancel);
        for (var n = 0; n < posts.Count; n++)
        {
            var post = posts[n];
            if (!places.TryAdd(Encoding.UTF8.GetString(posts[post.Id]), n))
            {
                continue;
            }

            await copy.StartRowAsync(cancel);
            await copy.WriteAsync(n, NpgsqlDbType.Integer, cancel);
            await WriteTextAsync(copy, posts, post.Id, cancel);
            await WriteTextAsync(copy, posts, post.Channel, cancel);
            await copy.WriteAsync(post.Message, NpgsqlDbType.Bigint, cancel);
            await copy.WriteAsync(post.PostedAt, NpgsqlDbType.Bigint, cancel);
            await WriteAsync(copy, post.EditedAt, cancel);
            await copy.WriteAsync(post.SeenAt, NpgsqlDbType.Bigint, cancel);
            await WriteTextAsync(copy, posts, post.Text, cancel);
            await WriteTextAsync(copy, posts, post.Links, cancel);
            await copy.WriteAsync((int)post.Media, NpgsqlDbType.Integer, cancel);
            await WriteTextAsync(copy, posts, post.ForwardedFrom, cancel);
            await WriteAsync(copy, post.ReplyTo, cancel);
            await WriteAsync(copy, post.Views, cancel);
            await copy.WriteAsync(post.Reactions, NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync(posts[post.Content].ToArray(), NpgsqlDbType.Bytea, cancel);
        }

        await copy.CompleteAsync(cancel);
        return places;
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, long? value, CancellationToken cancel) =>
        value is { } known ? copy.WriteAsync(known, NpgsqlDbType.Bigint, cancel) : copy.WriteNullAsync(cancel);

    private static Task WriteTextAsync(NpgsqlBinaryImporter copy, PostBlock posts, BlockSlice text, CancellationToken cancel) =>
        text.IsNull ? copy.WriteNullAsync(cancel) : copy.WriteAsync(Encoding.UTF8.GetString(posts[text]), NpgsqlDbType.Text, cancel);
}
