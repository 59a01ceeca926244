using Microsoft.EntityFrameworkCore;
using Tarazy.Storage.Contexts;

namespace Tarazy.Server.Hosting;

internal static class Migrations
{
    /// <summary>Applies what the database lacks.</summary>
    /// <returns>Names of what was applied; empty when it was up to date.</returns>
    public static async Task<IReadOnlyList<string>> ApplyAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<DeskContext>>().CreateDbContextAsync(cancel);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
        if (pending.Count > 0)
        {
            await db.Database.MigrateAsync(cancel);
        }

        return pending;
    }
}
