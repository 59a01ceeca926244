using Microsoft.EntityFrameworkCore;
using Tarazy.Detect.FactChecks.Reading;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;

namespace Tarazy.Detect.FactChecks;

/// <param name="Changed">Known by their id, with something in them that was otherwise before.</param>
/// <param name="RefusedCount">All refusals; <paramref name="Refused"/> lists the first of them.</param>
public sealed record FactCheckImport(int New, int Changed, int Known, int RefusedCount, IReadOnlyList<string> Refused);

/// <summary>The fact-checks of the desk. Importing the same twice changes nothing.</summary>
public sealed class FactCheckStore
{
    private const int BatchSize = 500;

    private readonly IDbContextFactory<DeskContext> _contexts;
    private readonly FactCheckOptions _options;
    private readonly TimeProvider _clock;

    internal FactCheckStore(IDbContextFactory<DeskContext> contexts, FactCheckOptions options, TimeProvider clock) =>
        (_contexts, _options, _clock) = (contexts, options, clock);

    /// <param name="path">A file or a folder.</param>
    public async Task<FactCheckImport> ImportAsync(string path, CancellationToken cancel)
    {
        var refused = new List<string>();
        var refusals = 0;
        int added = 0, changed = 0, known = 0;
        foreach (var batch in FactCheckFiles.Read(path, _options).Chunk(BatchSize))
        {
            foreach (var item in batch.OfType<FactCheckItem.Refused>())
            {
                Refuse(item);
            }

            // A file may have a record twice; the later one counts.
            var read = batch.OfType<FactCheckItem.Read>().GroupBy(r => r.Check.Id).Select(g => g.Last()).ToList();
            var (news, changes, beyond) = await SaveAsync(read, cancel);
            added += news;
            changed += changes;
            known += read.Count - news - changes - beyond.Count;
            beyond.ForEach(Refuse);
        }

        return new FactCheckImport(added, changed, known, refusals, refused);

        void Refuse(FactCheckItem.Refused item)
        {
            refusals++;
            if (refused.Count < _options.MostRefusals)
            {
                refused.Add(item.ToString());
            }
        }
    }

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<FactCheck>> ListAsync(int most, CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var rows = await db.Set<FactCheckRow>().AsNoTracking().OrderByDescending(c => c.Revision).ThenBy(c => c.Id).Take(most).ToListAsync(cancel);
        return [.. rows.Select(r => r.Read())];
    }

    public async Task<int> CountAsync(CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        return await db.Set<FactCheckRow>().CountAsync(cancel);
    }

    private async Task<(int New, int Changed, List<FactCheckItem.Refused> Beyond)> SaveAsync(List<FactCheckItem.Read> read, CancellationToken cancel)
    {
        var beyond = new List<FactCheckItem.Refused>();
        if (read.Count == 0)
        {
            return (0, 0, beyond);
        }

        await using var db = await _contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await AppendLock.TakeAsync(db, FactCheckRow.Table, cancel);
        var revision = (await db.Set<FactCheckRow>().MaxAsync(c => (long?)c.Revision, cancel) ?? 0) + 1;
        var room = _options.Most - await db.Set<FactCheckRow>().CountAsync(cancel);
        var ids = read.Select(r => r.Check.Id).ToList();
        var rows = await db.Set<FactCheckRow>().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
        int added = 0, changed = 0;
        foreach (var item in read)
        {
            var payload = FactCheckRow.Write(item.Check);
            if (!rows.TryGetValue(item.Check.Id, out var row))
            {
                if (added == room)
                {
                    beyond.Add(new FactCheckItem.Refused(item.File, item.Line, "the desk has as many fact-checks as it may keep"));
                    continue;
                }

                row = new FactCheckRow { Id = item.Check.Id };
                db.Add(row);
                added++;
            }
            else if (row.Payload == payload)
            {
                continue;
            }
            else
            {
                changed++;
            }

            row.Revision = revision;
            row.Payload = payload;
            row.Source = item.File;
            row.ImportedAt = _clock.GetUtcNow();
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (added, changed, beyond);
    }
}
