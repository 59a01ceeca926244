using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Feeds;

namespace Tarazy.Storage;

public static class StorageSetup
{
    /// <summary>One context for whichever database the options name; stages ask for <see cref="IDbContextFactory{TContext}"/> of <see cref="DeskContext"/>.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, DatabaseOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<IDeskPart, CursorPart>();
        services.AddSingleton<Cursors>();
        if (options.IsPostgreSql)
        {
            services.AddDbContextFactory<PostgreSqlDeskContext>(db =>
                db.UseNpgsql(options.ConnectionString(), OnPostgreSql).ReplaceService<IModelCacheKeyFactory, PartsModelCacheKey>());
            services.AddSingleton<IDbContextFactory<DeskContext>, Contexts<PostgreSqlDeskContext>>();
        }
        else
        {
            services.AddDbContextFactory<SqliteDeskContext>(db =>
                db.UseSqlite(options.ConnectionString(), OnSqlite)
                    .AddInterceptors(new SqlitePragmas())
                    .ReplaceService<IModelCacheKeyFactory, PartsModelCacheKey>());
            services.AddSingleton<IDbContextFactory<DeskContext>, Contexts<SqliteDeskContext>>();
        }

        return services;
    }

    private static void OnPostgreSql(Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.NpgsqlDbContextOptionsBuilder options) =>
        options.MigrationsAssembly(typeof(StorageSetup).Assembly);

    private static void OnSqlite(Microsoft.EntityFrameworkCore.Infrastructure.SqliteDbContextOptionsBuilder options) =>
        options.MigrationsAssembly(typeof(StorageSetup).Assembly);

    private sealed class Contexts<TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<DeskContext>
        where TContext : DeskContext
    {
        public DeskContext CreateDbContext() => inner.CreateDbContext();
    }
}
