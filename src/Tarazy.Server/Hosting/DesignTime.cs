using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Tarazy.Storage.Contexts;

namespace Tarazy.Server.Hosting;

/// <summary>Lets <c>dotnet ef</c> see the whole model, which only the host knows: <c>dotnet ef migrations add NAME --context SqliteDeskContext</c>.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteDeskContext>
{
    public SqliteDeskContext CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<SqliteDeskContext>()
            .UseSqlite("Data Source=design.db", sqlite => sqlite.MigrationsAssembly(typeof(DeskContext).Assembly))
            .Options,
        DeskParts.All());
}

/// <summary>The same for PostgreSQL.</summary>
internal sealed class PostgreSqlDesignTime : IDesignTimeDbContextFactory<PostgreSqlDeskContext>
{
    public PostgreSqlDeskContext CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<PostgreSqlDeskContext>()
            .UseNpgsql("Host=design", postgres => postgres.MigrationsAssembly(typeof(DeskContext).Assembly))
            .Options,
        DeskParts.All());
}

internal static class DeskParts
{
    /// <summary>Every part of the model, as the stages register them.</summary>
    public static IEnumerable<IDeskPart> All()
    {
        var folder = DeskFolder.Open(Path.Combine(Path.GetTempPath(), "tarazy-design"));
        using var services = new ServiceCollection().AddLogging().AddDesk(folder, null, new ConfigurationBuilder().Build()).BuildServiceProvider();
        return [.. services.GetServices<IDeskPart>()];
    }
}
