using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Tarazy.Storage.Bulk;
using Tarazy.Storage.Contexts;

namespace Tarazy.Tests.Storage.Bulk;

/// <summary>A flush beside the writing keeps nobody from writing on and loses nothing.</summary>
public sealed class SqliteLogFlushTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-flush-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_are_written_read_and_taken_into_the_file_while_the_log_is_flushed()
    {
        var file = Path.Combine(_folder.FullName, "desk.db");
        await using (var db = await OpenAsync($"Data Source={file}"))
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL; CREATE TABLE rows (a)", Cancel);
            await using var flush = new SqliteLogFlush(db);
            for (var row = 0; row < 200; row++)
            {
                await db.Database.ExecuteSqlAsync($"INSERT INTO rows VALUES ({row})", Cancel);
                flush.Begin();
                if (row % 50 == 0)
                {
                    await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", Cancel);
                }
            }

            await using var other = await OpenAsync($"Data Source={file}");
            Assert.Equal(200, await other.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM rows").SingleAsync(Cancel));
        }

        SqliteConnection.ClearAllPools();
        Assert.Equal(["desk.db"], _folder.EnumerateFiles().Select(left => left.Name));
    }

    [Fact]
    public async Task A_database_in_memory_has_nothing_to_flush()
    {
        await using var db = await OpenAsync("Data Source=:memory:");
        await using var flush = new SqliteLogFlush(db);
        flush.Begin();
        Assert.Equal(1, await db.Database.ExecuteSqlRawAsync("CREATE TABLE rows (a); INSERT INTO rows VALUES (1)", Cancel));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<SqliteDeskContext> OpenAsync(string source)
    {
        var db = new SqliteDeskContext(new DbContextOptionsBuilder<SqliteDeskContext>().UseSqlite(source).Options, []);
        await db.Database.OpenConnectionAsync(Cancel);
        return db;
    }
}
