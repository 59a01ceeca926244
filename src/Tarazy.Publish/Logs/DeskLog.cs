using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Tarazy.Publish.Entries;
using Tarazy.Storage.Contexts;
using Tarazy.TransparencyLog;
using Tarazy.TransparencyLog.Checkpoints;
using Tarazy.TransparencyLog.Tiles;
using Tarazy.TransparencyLog.Tree;

namespace Tarazy.Publish.Logs;

/// <summary>How the log's folder is read, and opened for writing.</summary>
internal sealed record LogFolder(LogReader Reader, Func<SignerKey, Log> Open);

/// <summary>
/// Keeps the files of the log level with the rows of the database. The rows are the truth about what the entries are, the
/// signed checkpoint is the truth about what was promised; when the two do not agree nothing goes on.
/// </summary>
internal sealed partial class DeskLog(
    PublishOptions options, LogFolder folder, IDbContextFactory<DeskContext> contexts, ILogger<DeskLog> logger) : IPublicLog, IDisposable
{
    private const int MostAtOnce = 4096;

    private readonly SemaphoreSlim _gate = new(1, 1);

    // Owned by whoever holds _gate.
    private SignerKey? _key;
    private Log? _log;

    public LogHealth Health { get; private set; } = new(LogState.Starting, "The log has not been opened yet.");

    public LogReader Reader => folder.Reader;

    public string? VerifierKey => Reader.ShownKey();

    public SignedCheckpoint? Checkpoint()
    {
        try
        {
            return Reader.Checkpoint();
        }
        catch (LogDamagedException)
        {
            // The writer finds the same and says it in Health; a page shows that there is no checkpoint.
            return null;
        }
    }

    public byte[]? ReadTile(TilePath path) => Checkpoint() is null ? null : Reader.ReadTile(path);

    /// <summary>Adds the rows that the log does not have yet, and publishes the checkpoint over them.</summary>
    /// <returns>False when the log does not agree with the database and refuses to go on.</returns>
    public async Task<bool> CatchUpAsync(CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            _log ??= await OpenAsync(db, cancel);
            while (await NextRowsAsync(db, _log.Size, cancel) is { Count: > 0 } rows)
            {
                _log.Append(rows[0].Index, [.. rows.Select(r => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(r.Leaf))]);
            }

            Health = new LogHealth(LogState.Sound, $"The log has {_log.Size} entries and agrees with the database.");
            return true;
        }
        catch (Exception found) when (found is LogDamagedException or LogInUseException)
        {
            Refuse(found.Message);
            return false;
        }
        catch (IOException fault)
        {
            // A full disk passes; the next call begins again from what is durable.
            Refuse($"The log cannot be written: {fault.Message}");
            throw;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose()
    {
        _log?.Dispose();
        _key?.Dispose();
        _gate.Dispose();
    }

    private async Task<Log> OpenAsync(DeskContext db, CancellationToken cancel)
    {
        _key ??= LogKeyFile.Open(options.KeyFile, options.Origin, logExists: Reader.Checkpoint() is not null);
        var log = folder.Open(_key);
        try
        {
            await HoldAgainstRowsAsync(db, log, cancel);
            return log;
        }
        catch
        {
            log.Dispose();
            throw;
        }
    }

    private static async Task HoldAgainstRowsAsync(DeskContext db, Log log, CancellationToken cancel)
    {
        var index = 0L;
        using var logged = log.Reader.LeafHashes(log.Size).GetEnumerator();
        var leaves = db.Set<EntryRow>().AsNoTracking().Where(e => e.Index < log.Size).OrderBy(e => e.Index).Select(e => e.Leaf);
        await foreach (var leaf in leaves.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!logged.MoveNext() || logged.Current != MerkleHash.Leaf(Encoding.UTF8.GetBytes(leaf)))
            {
                throw new LogDamagedException($"Entry {index} of the database is not entry {index} of the log.");
            }

            index++;
        }

        if (index < log.Size)
        {
            throw new LogDamagedException(
                $"The log has {log.Size} entries but the database only {index}: it was set back to an older state.");
        }
    }

    private static async Task<List<EntryRow>> NextRowsAsync(DeskContext db, long size, CancellationToken cancel)
    {
        var rows = await db.Set<EntryRow>().AsNoTracking()
            .Where(e => e.Index >= size).OrderBy(e => e.Index).Take(MostAtOnce).ToListAsync(cancel);
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Index != size + i)
            {
                throw new LogDamagedException($"The database has no entry {size + i}, but a later one.");
            }
        }

        if (rows.Count == 0 && size > 0 && !await db.Set<EntryRow>().AnyAsync(e => e.Index == size - 1, cancel))
        {
            throw new LogDamagedException($"The log has {size} entries, but entry {size - 1} is gone from the database.");
        }

        return rows;
    }

    private void Refuse(string found)
    {
        // Opened anew next time, so that everything is held against everything again.
        _log?.Dispose();
        _log = null;
        if (Health.Says != found)
        {
            LogRefused(logger, found);
        }

        Health = new LogHealth(LogState.Refused, found);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The transparency log does not go on, and nothing is sent until it does: {Found}")]
    private static partial void LogRefused(ILogger logger, string found);
}
