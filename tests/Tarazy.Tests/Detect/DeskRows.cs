using Microsoft.EntityFrameworkCore;
using Tarazy.Storage.Contexts;

namespace Tarazy.Tests.Detect;

/// <summary>What a desk has stored, as lines that two desks can be compared by.</summary>
internal static class DeskRows
{
    /// <summary>
    /// Every row of every table but the record of imports. A post's number is told by its rank: PostgreSQL leaves the numbers of a
    /// transaction that was given up unused.
    /// </summary>
    public static async Task<IReadOnlyList<string>> OfAsync(DeskContext db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        var rows = new List<string>();
        var ranks = new Dictionary<long, int> { [0] = 0 };
        foreach (var (table, order) in new[]
        {
            ("posts", "\"Seq\""), ("readings", "\"PostSeq\""), ("findings", "\"Seq\""), ("stories", "\"Number\""), ("channels", "\"Id\""), ("cursors", "\"Reader\""),
        })
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM {table} ORDER BY {order}";
            await using var reader = await command.ExecuteReaderAsync(cancel);
            var columns = Enumerable.Range(0, reader.FieldCount).OrderBy(i => reader.GetName(i), StringComparer.Ordinal).ToList();
            while (await reader.ReadAsync(cancel))
            {
                rows.Add(table + " " + string.Join('|', columns.Select(i => Told(table, reader.GetName(i), reader.GetValue(i), ranks))));
            }
        }

        Assert.NotEmpty(rows);
        return rows;
    }

    /// <summary>Stories whose row says something else than their readings.</summary>
    public static Task<long> StoriesThatMiscountAsync(DeskContext db, CancellationToken cancel) =>
        db.Database.SqlQuery<long>(
            $"""
            SELECT count(*) AS "Value" FROM stories s, (
              SELECT "Story", count(*) posts, count(DISTINCT "Channel") channels, min("PostedAt") first, max("PostedAt") last
              FROM readings GROUP BY "Story") r
            WHERE r."Story" = s."Number"
              AND NOT (r.posts = s."Posts" AND r.channels = s."Channels" AND r.first = s."FirstAt" AND r.last = s."LastAt")
            """).SingleAsync(cancel);

    private static string? Told(string table, string column, object value, Dictionary<long, int> ranks)
    {
        if (table == "posts" && column == "Seq")
        {
            ranks.Add((long)value, ranks.Count);
        }

        return (table, column) switch
        {
            ("findings", "Seq") => "",
            ("posts" or "cursors", "Seq") or ("readings", "PostSeq" or "Story") or ("stories", "Number") => $"#{ranks[(long)value]}",
            _ => value is byte[] bytes ? Convert.ToHexString(bytes) : value.ToString(),
        };
    }
}
