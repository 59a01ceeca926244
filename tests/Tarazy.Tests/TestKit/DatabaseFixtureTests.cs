using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tarazy.Storage;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Feeds;
using Tarazy.TestKit.Databases;

namespace Tarazy.Tests.TestKit;

public class DatabaseFixtureTests
{
    [Fact]
    public async Task Two_sqlite_files_know_nothing_of_each_other()
    {
        await using var one = new SqliteFile();
        await using var other = new SqliteFile();
        await TheyAreApart(one, other);
    }

    [Fact]
    public async Task Two_postgresql_databases_of_one_server_know_nothing_of_each_other()
    {
        Assert.SkipWhen(PostgreSqlServer.WhyAbsent is not null, PostgreSqlServer.WhyAbsent ?? "");
        await using var one = await PostgreSqlServer.NewDatabaseAsync();
        await using var other = await PostgreSqlServer.NewDatabaseAsync();
        await TheyAreApart(one, other);
    }

    private static async Task TheyAreApart(TestDatabase one, TestDatabase other)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var first = await DeskAsync(one);
        await using var second = await DeskAsync(other);
        await using (var db = await first.GetRequiredService<IDbContextFactory<DeskContext>>().CreateDbContextAsync(cancel))
        {
            await Cursors.MoveAsync(db, "reader", 7, cancel);
            await db.SaveChangesAsync(cancel);
        }

        Assert.Equal(7, await first.GetRequiredService<Cursors>().GetAsync("reader", cancel));
        Assert.Equal(0, await second.GetRequiredService<Cursors>().GetAsync("reader", cancel));
    }

    private static async Task<ServiceProvider> DeskAsync(TestDatabase database)
    {
        var services = new ServiceCollection().AddStorage(database.Options).BuildServiceProvider();
        await using var db = await services.GetRequiredService<IDbContextFactory<DeskContext>>().CreateDbContextAsync();
        await db.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        return services;
    }
}
