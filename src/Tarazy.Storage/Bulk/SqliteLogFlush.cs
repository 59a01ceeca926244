using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Win32.SafeHandles;
using Tarazy.Storage.Contexts;

namespace Tarazy.Storage.Bulk;

/// <summary>
/// Brings SQLite's log to the disk while rows are still being written. What is committed without waiting for the disk survives a power
/// cut sooner, and the first commit that waits again does not wait for everything at once.
/// </summary>
public sealed class SqliteLogFlush : IAsyncDisposable
{
    private readonly Action<SafeFileHandle> _toDisk;
    private readonly SafeFileHandle? _log;
    private Task _flush = Task.CompletedTask;

    /// <param name="db">Its connection is open. A database in memory has no log, and nothing is done then.</param>
    public SqliteLogFlush(DeskContext db)
        : this(db, RandomAccess.FlushToDisk)
    {
    }

    internal SqliteLogFlush(DeskContext db, Action<SafeFileHandle> toDisk)
    {
        _toDisk = toDisk;
        _log = Open(((SqliteConnection)db.Database.GetDbConnection()).DataSource + "-wal");
    }

    /// <summary>Begins to flush what has been written, unless a flush is still running.</summary>
    public void Begin()
    {
        if (_log is not null && _flush.IsCompleted)
        {
            _flush = Task.Run(Flush);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _flush;
        _log?.Dispose();
    }

    /// <summary>Locks are on the database and its index of the log, never on the log, so another handle to it does no harm.</summary>
    private static SafeFileHandle? Open(string log)
    {
        try
        {
            return File.Exists(log) ? File.OpenHandle(log, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // it only spares waiting
        }
    }

    private void Flush()
    {
        try
        {
            _toDisk(_log!);
        }
        catch (IOException)
        {
            // SQLite syncs over its own handle, is told of the same fault there, and tells the import.
        }
    }
}
