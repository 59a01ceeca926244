using Tarazy.Storage.Bulk;
using Tarazy.Storage.Contexts;

namespace Tarazy.Detect.Stories;

/// <summary>Three prepared statements, run for each story that was touched: in an import every fifth post touches one.</summary>
internal static class SqliteStoryTally
{
    // Read off the index of stories and channels as it lies: a count of distinct channels in one number would gather them in a table
    // of their own first, for every story again.
    private const string Told = """SELECT count(*) FROM readings WHERE "Story" = ?1 GROUP BY "Channel" """;

    // The times of a story can only be widened by the posts that are new, so the readings of a story told a thousand times are not
    // read again with each of them.
    private const string Recount =
        """
        UPDATE stories SET "Posts" = ?4, "Channels" = ?5, "FirstAt" = min("FirstAt", ?2), "LastAt" = max("LastAt", ?3) WHERE "Number" = ?1
        """;

    // A story without a row was told by its first post alone until now.
    private const string Begin =
        """
        INSERT INTO stories ("Number", "Id", "FirstAt", "LastAt", "Posts", "Channels")
        SELECT "PostSeq", "Post", min("PostedAt", ?2), max("PostedAt", ?3), ?4, ?5 FROM readings WHERE "PostSeq" = ?1
        """;

    public static void Update(DeskContext db, IEnumerable<TouchedStory> touched)
    {
        using var told = new SqliteStatement(db, Told);
        using var recount = new SqliteStatement(db, Recount);
        using var begin = new SqliteStatement(db, Begin);
        foreach (var story in touched)
        {
            var (posts, channels) = Count(told, story.Number);
            Run(recount, story, posts, channels);
            if (recount.Changed == 0)
            {
                Run(begin, story, posts, channels);
            }
        }
    }

    private static (long Posts, long Channels) Count(SqliteStatement told, long story)
    {
        told.Bind(1, story);
        var (posts, channels) = (0L, 0L);
        while (told.Step())
        {
            posts += told.Number(0);
            channels++;
        }

        return (posts, channels);
    }

    private static void Run(SqliteStatement statement, in TouchedStory story, long posts, long channels)
    {
        statement.Bind(1, story.Number);
        statement.Bind(2, story.FirstAt);
        statement.Bind(3, story.LastAt);
        statement.Bind(4, posts);
        statement.Bind(5, channels);
        statement.Step();
    }
}
