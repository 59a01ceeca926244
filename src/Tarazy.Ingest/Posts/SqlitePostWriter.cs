using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Tarazy.Records.Posts;
using Tarazy.Storage.Contexts;

namespace Tarazy.Ingest.Posts;

/// <summary>One prepared statement, run once a post.</summary>
internal sealed class SqlitePostWriter : PostWriter
{
    private const string Insert =
        """
        INSERT INTO posts ("Id", "Channel", "Message", "PostedAt", "EditedAt", "SeenAt", "Text", "Links", "Media", "ForwardedFrom",
          "ReplyTo", "Views", "Reactions", "Content", "Replaces")
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,
          (SELECT p."Id" FROM posts p WHERE p."Channel" = $2 AND p."Message" = $3 ORDER BY p."Seq" DESC LIMIT 1))
        ON CONFLICT ("Id") DO NOTHING
        RETURNING "Replaces" IS NOT NULL
        """;

    private readonly SqliteCommand _insert;
    private readonly SqliteParameter[] _values;

    private SqlitePostWriter(DeskContext db)
        : base(db)
    {
        _insert = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
        _insert.CommandText = Insert;
        _values = [.. Enumerable.Range(1, 14).Select(i => _insert.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" }))];
    }

    public static async Task<PostWriter> CreateAsync(DeskContext db, CancellationToken cancel)
    {
        // A power cut may cost the last batches of an import, never the file; the import is simply made again.
        await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous=NORMAL", cancel);
        return new SqlitePostWriter(db);
    }

    public override async ValueTask DisposeAsync()
    {
        await _insert.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override Task<Written> InsertAsync(IReadOnlyList<Post> posts, IDbContextTransaction transaction, CancellationToken cancel)
    {
        _insert.Transaction = (SqliteTransaction)transaction.GetDbTransaction();
        var written = default(Written);
        foreach (var post in posts)
        {
            cancel.ThrowIfCancellationRequested();
            Bind(post);
            using var inserted = _insert.ExecuteReader();
            if (inserted.Read())
            {
                written = inserted.GetBoolean(0) ? written with { Edited = written.Edited + 1 } : written with { New = written.New + 1 };
            }
        }

        return Task.FromResult(written);
    }

    private void Bind(Post post)
    {
        _values[0].Value = post.Id.Value;
        _values[1].Value = post.Channel.Value;
        _values[2].Value = post.Message;
        _values[3].Value = post.PostedAt.ToUnixTimeMilliseconds();
        _values[4].Value = OrNull(post.EditedAt?.ToUnixTimeMilliseconds());
        _values[5].Value = post.SeenAt.ToUnixTimeMilliseconds();
        _values[6].Value = post.Text;
        _values[7].Value = OrNull(PostRow.LinksToJson(post.Links));
        _values[8].Value = (int)post.Media;
        _values[9].Value = OrNull(post.ForwardedFrom);
        _values[10].Value = OrNull(post.ReplyTo);
        _values[11].Value = OrNull(post.Views);
        _values[12].Value = post.Reactions;
        _values[13].Value = post.Content.ToArray();
    }

    private static object OrNull(object? value) => value ?? DBNull.Value;
}
