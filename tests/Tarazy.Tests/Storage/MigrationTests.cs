using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tarazy.Server.Hosting;
using Tarazy.Storage.Contexts;
using Tarazy.TestKit.Databases;

namespace Tarazy.Tests.Storage;

/// <summary>The migrations make the model that the stages describe, on both databases.</summary>
public sealed class MigrationTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-migrate-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void The_migrations_for_sqlite_lack_nothing_of_the_model()
    {
        using var db = new SqliteDesignTime().CreateDbContext([]);
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void The_migrations_for_postgresql_lack_nothing_of_the_model()
    {
        using var db = new PostgreSqlDesignTime().CreateDbContext([]);
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task An_empty_sqlite_file_is_migrated_once_and_then_left_alone()
    {
        await using var database = new SqliteFile();
        await IsMigratedAsync(database);
    }

    [Fact]
    public async Task An_empty_postgresql_database_is_migrated_once_and_then_left_alone()
    {
        Assert.SkipWhen(PostgreSqlServer.WhyAbsent is not null, PostgreSqlServer.WhyAbsent ?? "");
        await using var database = await PostgreSqlServer.NewDatabaseAsync();
        await IsMigratedAsync(database);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task IsMigratedAsync(TestDatabase database)
    {
        await using var services = new ServiceCollection().AddLogging()
            .AddDesk(DeskFolder.Open(_folder.FullName), database.Options.Database, new ConfigurationBuilder().Build())
            .BuildServiceProvider();
        Assert.NotEmpty(await Tarazy.Server.Hosting.Migrations.ApplyAsync(services, Cancel));
        Assert.Empty(await Tarazy.Server.Hosting.Migrations.ApplyAsync(services, Cancel));

        await using var db = await services.GetRequiredService<IDbContextFactory<DeskContext>>().CreateDbContextAsync(Cancel);
        await db.Database.MigrateAsync(Cancel);
        var asked = 0;
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct())
        {
#pragma warning disable EF1002 // the name comes from the model
            Assert.Equal(0, await db.Database.SqlQueryRaw<long>($"SELECT count(*) AS \"Value\" FROM \"{table}\"").SingleAsync(Cancel));
#pragma warning restore EF1002
            asked++;
        }

        Assert.True(asked >= 10, $"only {asked} tables");
    }
}
