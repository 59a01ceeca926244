using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Tarazy.Storage.Contexts;

/// <summary>
/// Settings that SQLite forgets with every connection. FULL, because an acknowledged decision must outlive a power cut;
/// bulk import relaxes it for itself and can be read again.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // The page size counts for a new file only. Larger pages than usual halve what a row a post costs. The log that an import left large
    // is cut back when it begins anew.
    private const string Statements =
        "PRAGMA page_size=8192; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=15000; PRAGMA journal_size_limit=67108864;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Statements;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Statements;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
