using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Tarazy.Analysis.Claims;
using Tarazy.Analysis.Claims.Ranking;
using Tarazy.Storage.Contexts;

namespace Tarazy.Detect.FactChecks;

/// <summary>All fact-checks of one revision with the index over them. Immutable.</summary>
/// <param name="Checks">By their place in the index.</param>
internal sealed record FactCheckShelf(long Revision, IReadOnlyList<FactCheck> Checks, ClaimIndex Index)
{
    public static FactCheckShelf Empty { get; } = new(0, [], ClaimIndex.Empty);
}

/// <summary>The index of this process. It is built when somebody first asks, and again when the fact-checks have changed.</summary>
internal sealed partial class FactCheckMemory(
    IDbContextFactory<DeskContext> contexts, FactCheckOptions options, ILogger<FactCheckMemory> log) : IDisposable
{
    private readonly SemaphoreSlim _building = new(1, 1);
    private readonly Lazy<MatchRanker> _ranker = new(() => Ranker(options.RankerFile));
    private FactCheckShelf _shelf = FactCheckShelf.Empty;

    public MatchRanker RankerInUse => _ranker.Value;

    /// <summary>The shelf as the database has it now.</summary>
    public async Task<FactCheckShelf> ReadyAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var revision = await db.Set<FactCheckRow>().MaxAsync(c => (long?)c.Revision, cancel) ?? 0;
        if (_shelf.Revision == revision)
        {
            return _shelf;
        }

        await _building.WaitAsync(cancel);
        try
        {
            if (_shelf.Revision != revision)
            {
                var rows = await db.Set<FactCheckRow>().AsNoTracking().OrderBy(c => c.Id).ToListAsync(cancel);
                IReadOnlyList<FactCheck> checks = [.. rows.Select(r => r.Read())];
                var index = ClaimIndex.Build([.. checks.Select(c => new ClaimDocument(c.Claim, c.Title))]);
                _shelf = new FactCheckShelf(rows.Count == 0 ? 0 : rows.Max(r => r.Revision), checks, index);
                LogBuilt(checks.Count, _shelf.Revision);
            }

            return _shelf;
        }
        finally
        {
            _building.Release();
        }
    }

    public void Dispose() => _building.Dispose();

    private static MatchRanker Ranker(string? file)
    {
        if (file is null)
        {
            return MatchRanker.HandSet;
        }

        using var stream = File.OpenRead(file);
        return MatchRanker.Load(stream);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The index holds {Count} fact-checks of revision {Revision}.")]
    private partial void LogBuilt(int count, long revision);
}
