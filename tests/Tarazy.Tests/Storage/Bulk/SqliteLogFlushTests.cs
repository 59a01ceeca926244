using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tarazy.Storage;
using Tarazy.Storage.Bulk;
using Tarazy.Storage.Contexts;
using Tarazy.TestKit.Databases;

namespace Tarazy.Tests.Storage.Bulk;

/// <summary>A flush beside the writing keeps nobody from writing on and loses nothing.</summary>
public sealed class SqliteLogFlushTests : IAsyncDisposable
{
    private readonly SqliteFile _database = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_are_written_read_and_taken_into_the_file_while_the_log_is_flushed()
    {
        await using var services = Storage(_database.Options);
        await using (var db = await OpenAsync(services))
        {
            await db.Database.ExecuteSqlRawAsync("CREATE TABLE rows (a)", Cancel);
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

            await using var other = await OpenAsync(services);
            Assert.Equal(200, await other.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM rows").SingleAsync(Cancel));
        }

        SqliteConnection.ClearAllPools();
        var file = new FileInfo(_database.Options.Database!);
        Assert.Equal([file.Name], file.Directory!.EnumerateFiles().Select(left => left.Name));
    }

    [Fact]
    public async Task Another_flush_begins_only_when_the_one_before_has_ended()
    {
        await using var services = Storage(_database.Options);
        await using var db = await OpenAsync(services);
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE rows (a)", Cancel);
        using var disk = new SemaphoreSlim(0);
        var flushed = 0;
        await using (var flush = new SqliteLogFlush(db, _ =>
        {
            disk.Wait(Cancel);
            Interlocked.Increment(ref flushed);
        }))
        {
            flush.Begin();
            flush.Begin();
            disk.Release(2);
            await flush.DisposeAsync();
            Assert.Equal(1, flushed);
            flush.Begin();
        }

        Assert.Equal(2, flushed);
    }

    [Fact]
    public async Task A_fault_of_the_disk_is_left_to_the_commit_that_meets_it_too()
    {
        await using var services = Storage(_database.Options);
        await using var db = await OpenAsync(services);
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE rows (a)", Cancel);
        var asked = 0;
        await using (var flush = new SqliteLogFlush(db, _ => throw new IOException($"The disk is gone, {++asked}.")))
        {
            flush.Begin();
        }

        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_database_in_memory_has_nothing_to_flush()
    {
        await using var services = Storage(new DatabaseOptions { Database = ":memory:" });
        await using var db = await OpenAsync(services);
        await using var flush = new SqliteLogFlush(db);
        flush.Begin();
        Assert.Equal(1, await db.Database.ExecuteSqlRawAsync("CREATE TABLE rows (a); INSERT INTO rows VALUES (1)", Cancel));
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private static ServiceProvider Storage(DatabaseOptions options) => new ServiceCollection().AddStorage(options).BuildServiceProvider();

    private static async Task<DeskContext> OpenAsync(ServiceProvider services)
    {
        var db = await services.GetRequiredService<IDbContextFactory<DeskContext>>().CreateDbContextAsync(Cancel);
        await db.Database.OpenConnectionAsync(Cancel);
        return db;
    }
}
