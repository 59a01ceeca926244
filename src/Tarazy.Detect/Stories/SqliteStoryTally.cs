using Tarazy.Storage.Bulk;
using Tarazy.Storage.Contexts;

namespace Tarazy.Detect.Stories;

/// <summary>One prepared statement, run once a story that was touched: in an import every fifth post touches one.</summary>
internal static class SqliteStoryTally
{
    private const string Count =
        """
        INSERT INTO stories ("Number", "Id", "FirstAt", "LastAt", "Posts", "Channels")
        SELECT r."Story", (SELECT f."Post" FROM readings f WHERE f."PostSeq" = ?1),
          min(r."PostedAt"), max(r."PostedAt"), count(*), count(DISTINCT r."Channel")
        FROM readings r WHERE r."Story" = ?1 GROUP BY r."Story"
        ON CONFLICT ("Number") DO UPDATE SET
          "FirstAt" = excluded."FirstAt", "LastAt" = excluded."LastAt", "Posts" = excluded."Posts", "Channels" = excluded."Channels"
        """;

    public static void Update(DeskContext db, List<long> touched)
    {
        using var count = new SqliteStatement(db, Count);
        foreach (var story in touched)
        {
            count.Bind(1, story);
            count.Step();
        }
    }
}
