using Microsoft.EntityFrameworkCore;
using Tarazy.Records.Posts;
using Tarazy.Storage.Bulk;
using Tarazy.Storage.Contexts;

namespace Tarazy.Ingest.Posts;

/// <summary>Prepared statements, run once a post, with the block's bytes bound as they are.</summary>
internal sealed class SqlitePostWriter : PostWriter
{
    private const string Columns =
        """
        "Id", "Channel", "Message", "PostedAt", "EditedAt", "SeenAt", "Text", "Links", "Media", "ForwardedFrom", "ReplyTo", "Views", "Reactions", "Content"
        """;

    private const string Values = "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14";

    private const string Append = $"INSERT INTO posts ({Columns}) VALUES ({Values})";

    private const string InsertOrLeave =
        $"""
        INSERT INTO posts ({Columns}, "Replaces")
        VALUES ({Values}, (SELECT p."Id" FROM posts p WHERE p."Channel" = ?2 AND p."Message" = ?3 ORDER BY p."Seq" DESC LIMIT 1))
        ON CONFLICT ("Id") DO NOTHING
        RETURNING "Seq", "Replaces"
        """;

    private const string Newest = """SELECT max("Message") FROM posts WHERE "Channel" = ?1""";

    private readonly DeskContext _db;
    private readonly SqliteStatement _append;
    private readonly SqliteStatement _insertOrLeave;
    private readonly SqliteStatement _newest;
    private readonly SqliteLogFlush _flush;

    private SqlitePostWriter(DeskContext db, IBulkReader? next)
        : base(db, next)
    {
        _db = db;
        _append = new SqliteStatement(db, Append);
        _insertOrLeave = new SqliteStatement(db, InsertOrLeave);
        _newest = new SqliteStatement(db, Newest);
        _flush = new SqliteLogFlush(db);
    }

    public static async Task<PostWriter> CreateAsync(DeskContext db, IBulkReader? next, CancellationToken cancel)
    {
        // A power cut may cost what was imported since the last checkpoint, never the file; the import is simply made again. Some 260 MB
        // of pages wait in the log, more while somebody reads, because the last pages of a table and those of the indexes are written
        // again with every batch, and a checkpoint would bring each of them into the file every time. The cache holds what one batch
        // writes and little more: a smaller one is written out and read back within the batch, a larger one asks for fresh memory.
        await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous=NORMAL; PRAGMA cache_size=-24576; PRAGMA wal_autocheckpoint=32000", cancel);
        return new SqlitePostWriter(db, next);
    }

    public override async ValueTask DisposeAsync()
    {
        _append.Dispose();
        _insertOrLeave.Dispose();
        _newest.Dispose();
        try
        {
            await _flush.DisposeAsync();
        }
        finally
        {
            // The connection goes back to a pool, and its next user expects it as it was.
            await _db.Database.ExecuteSqlRawAsync("PRAGMA synchronous=FULL; PRAGMA cache_size=-2000; PRAGMA wal_autocheckpoint=1000");
            await base.DisposeAsync();
        }
    }

    protected override Task InsertAsync(PostBlock posts, List<StoredPost> stored, CancellationToken cancel)
    {
        var channel = BlockSlice.Null;
        var newest = 0L;
        for (var at = 0; at < posts.Count; at++)
        {
            cancel.ThrowIfCancellationRequested();
            ref readonly var post = ref posts[at];
            if (channel != post.Channel)
            {
                channel = post.Channel;
                newest = NewestOf(posts[channel]);
            }

            if (post.Message <= newest)
            {
                Insert(posts, at, stored);
                continue;
            }

            // Beyond the newest message of its channel a post can neither be there already nor be an edit.
            newest = post.Message;
            Bind(_append, posts, post);
            _append.Step();
            stored.Add(new StoredPost(at, _append.LastRow, Replaces: null));
        }

        return Task.CompletedTask;
    }

    protected override void Committed() => _flush.Begin();

    private long NewestOf(ReadOnlySpan<byte> channel)
    {
        _newest.BindText(1, channel);
        var newest = _newest.Step() && _newest.Text(0) is not null ? _newest.Number(0) : long.MinValue;
        _newest.Reset();
        return newest;
    }

    private void Insert(PostBlock posts, int at, List<StoredPost> stored)
    {
        Bind(_insertOrLeave, posts, posts[at]);
        if (_insertOrLeave.Step())
        {
            var replaces = _insertOrLeave.Text(1);
            stored.Add(new StoredPost(at, _insertOrLeave.Number(0), replaces is null ? null : PostId.From(replaces)));
            _insertOrLeave.Step();
        }
    }

    private static void Bind(SqliteStatement to, PostBlock posts, in PackedPost post)
    {
        to.BindText(1, posts[post.Id]);
        to.BindText(2, posts[post.Channel]);
        to.Bind(3, post.Message);
        to.Bind(4, post.PostedAt);
        to.Bind(5, post.EditedAt);
        to.Bind(6, post.SeenAt);
        to.BindText(7, posts[post.Text]);
        BindText(to, 8, posts, post.Links);
        to.Bind(9, (long)post.Media);
        BindText(to, 10, posts, post.ForwardedFrom);
        to.Bind(11, post.ReplyTo);
        to.Bind(12, post.Views);
        to.Bind(13, (long)post.Reactions);
        to.BindBlob(14, posts[post.Content]);
    }

    private static void BindText(SqliteStatement to, int place, PostBlock posts, BlockSlice text)
    {
        if (text.IsNull)
        {
            to.BindNull(place);
        }
        else
        {
            to.BindText(place, posts[text]);
        }
    }
}
