using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;
using Tarazy.Records.Posts;
using Tarazy.Storage.Contexts;

namespace Tarazy.Ingest.Posts;

/// <summary>A binary COPY into a table of the transaction, then one statement that takes over what is new, in order.</summary>
internal sealed class PostgreSqlPostWriter(DeskContext db) : PostWriter(db)
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
        RETURNING "Replaces" IS NOT NULL
        """;

    private readonly NpgsqlConnection _connection = (NpgsqlConnection)db.Database.GetDbConnection();

    protected override async Task<Written> InsertAsync(IReadOnlyList<Post> posts, IDbContextTransaction transaction, CancellationToken cancel)
    {
        await using (var stage = new NpgsqlCommand(Stage, _connection))
        {
            await stage.ExecuteNonQueryAsync(cancel);
        }

        await CopyAsync(posts, cancel);
        await using var takeOver = new NpgsqlCommand(TakeOver, _connection);
        await using var inserted = await takeOver.ExecuteReaderAsync(cancel);
        var written = default(Written);
        while (await inserted.ReadAsync(cancel))
        {
            written = inserted.GetBoolean(0) ? written with { Edited = written.Edited + 1 } : written with { New = written.New + 1 };
        }

        return written;
    }

    private async Task CopyAsync(IReadOnlyList<Post> posts, CancellationToken cancel)
    {
        await using var copy = await _connection.BeginBinaryImportAsync(Copy, cancel);
        for (var n = 0; n < posts.Count; n++)
        {
            var post = posts[n];
            await copy.StartRowAsync(cancel);
            await copy.WriteAsync(n, NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync(post.Id.Value, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(post.Channel.Value, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(post.Message, NpgsqlDbType.Bigint, cancel);
            await copy.WriteAsync(post.PostedAt.ToUnixTimeMilliseconds(), NpgsqlDbType.Bigint, cancel);
            await WriteAsync(copy, post.EditedAt?.ToUnixTimeMilliseconds(), cancel);
            await copy.WriteAsync(post.SeenAt.ToUnixTimeMilliseconds(), NpgsqlDbType.Bigint, cancel);
            await copy.WriteAsync(post.Text, NpgsqlDbType.Text, cancel);
            await WriteAsync(copy, PostRow.LinksToJson(post.Links), cancel);
            await copy.WriteAsync((int)post.Media, NpgsqlDbType.Integer, cancel);
            await WriteAsync(copy, post.ForwardedFrom, cancel);
            await WriteAsync(copy, post.ReplyTo, cancel);
            await WriteAsync(copy, post.Views, cancel);
            await copy.WriteAsync(post.Reactions, NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync(post.Content.ToArray(), NpgsqlDbType.Bytea, cancel);
        }

        await copy.CompleteAsync(cancel);
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, long? value, CancellationToken cancel) =>
        value is { } known ? copy.WriteAsync(known, NpgsqlDbType.Bigint, cancel) : copy.WriteNullAsync(cancel);

    private static Task WriteAsync(NpgsqlBinaryImporter copy, string? value, CancellationToken cancel) =>
        value is null ? copy.WriteNullAsync(cancel) : copy.WriteAsync(value, NpgsqlDbType.Text, cancel);
}
