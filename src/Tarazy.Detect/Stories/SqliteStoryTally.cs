using Tarazy.Storage.Bulk;
using Tarazy.Storage.Contexts;

namespace Tarazy.Detect.Stories;

/// <summary>Two prepared statements, run once a story that was touched: in an import every fifth post touches one.</summary>
internal static class SqliteStoryTally
{
    // Counts come from the index of stories and channels alone; the times of a story that has a row can only be widened by the
    // posts that are new, so the readings of a story told a thousand times are not read again with each of them.
    private const string Recount =
        """
        UPDATE stories SET "Posts" = told.posts, "Channels" = told.channels, "FirstAt" = min("FirstAt", ?2), "LastAt" = max("LastAt", ?3)
        FROM (SELECT count(*) posts, count(DISTINCT r."Channel") channels FROM readings r WHERE r."Story" = ?1) told
        WHERE "Number" = ?1
        """;

    private const string Begin =
        """
        INSERT INTO stories ("Number", "Id", "FirstAt", "LastAt", "Posts", "Channels")
        SELECT r."Story", (SELECT f."Post" FROM readings f WHERE f."PostSeq" = ?1),
          min(r."PostedAt"), max(r."PostedAt"), count(*), count(DISTINCT r."Channel")
        FROM readings r WHERE r."Story" = ?1 GROUP BY r."Story"
        """;

    public static void Update(DeskContext db, IEnumerable<TouchedStory> touched)
    {
        using var recount = new SqliteStatement(db, Recount);
        using var begin = new SqliteStatement(db, Begin);
        foreach (var story in touched)
        {
            recount.Bind(1, story.Number);
            recount.Bind(2, story.FirstAt);
            recount.Bind(3, story.LastAt);
            recount.Step();
            if (recount.Changed == 0)
            {
                begin.Bind(1, story.Number);
                begin.Step();
            }
        }
    }
}
