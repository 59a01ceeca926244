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
        string[] applied = [.. await db.Database.GetAppliedMigrationsAsync(cancel)];
        string[] known = [.. db.Database.GetMigrations()];
        RefuseNewer(applied, known);
        var pending = known.Except(applied, StringComparer.Ordinal).ToList();
        if (pending.Count > 0)
        {
            await db.Database.MigrateAsync(cancel);
        }

        return pending;
    }

    /// <summary>An older program would read and write rows whose meaning it does not know.</summary>
    /// <exception cref="InvalidDataException">A newer program has been here.</exception>
    private static void RefuseNewer(string[] applied, string[] known)
    {
        if (applied.Except(known, StringComparer.Ordinal).LastOrDefault() is { } newer)
        {
            throw new InvalidDataException($"The desk's database is of a newer Tarazy: this one does not know its step {newer}. Use the newer program, or restore the backup from before. Nothing was changed.");
        }
    }
}
