using Microsoft.EntityFrameworkCore;
using Tarazy.Demand.Demands;
using Tarazy.Records.Demands;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;

namespace Tarazy.Demand.Shelf;

/// <summary>One line of the list of demands.</summary>
public sealed record ShelvedDemand(
    DemandId Id,
    string Number,
    string Issuer,
    string Jurisdiction,
    DemandKind Kind,
    AddressedTo AddressedTo,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? DueAt,
    DemandStatus Status,
    bool Blanket,
    DemandOutcome? Outcome,
    bool ObjectionOpen);

/// <summary>What a list shows.</summary>
public enum DemandPile
{
    /// <summary>Open, waiting for a second person, or answered and not given.</summary>
    ToDo,

    /// <summary>An objection waits.</summary>
    Objected,

    Closed,
    All,
}

/// <summary>Reads of the demands for pages; deciding always folds the events instead.</summary>
public sealed class DemandShelf
{
    private readonly IDbContextFactory<DeskContext> _contexts;
    private readonly EventTable<DemandEvent> _events;

    internal DemandShelf(IDbContextFactory<DeskContext> contexts, EventTable<DemandEvent> events) => (_contexts, _events) = (contexts, events);

    /// <summary>What is due first comes first; of what is closed, the newest.</summary>
    public async Task<IReadOnlyList<ShelvedDemand>> ListAsync(DemandPile pile, int most, CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var rows = Of(db.Set<DemandRow>().AsNoTracking(), pile);
        var ordered = pile is DemandPile.ToDo
            ? rows.OrderBy(d => d.DueAt == null).ThenBy(d => d.DueAt).ThenBy(d => d.Number)
            : rows.OrderByDescending(d => d.ReceivedAt).ThenByDescending(d => d.Number);
        return [.. (await ordered.Take(most).ToListAsync(cancel)).Select(Line)];
    }

    public async Task<int> CountAsync(DemandPile pile, CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        return await Of(db.Set<DemandRow>(), pile).CountAsync(cancel);
    }

    public async Task<DemandId?> FindByNumberAsync(string number, CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var id = await db.Set<DemandRow>().Where(d => d.Number == number).Select(d => d.Id).FirstOrDefaultAsync(cancel);
        return id is null ? null : new DemandId(id);
    }

    /// <summary>The whole history, oldest first; empty when there is no such demand.</summary>
    public Task<IReadOnlyList<Recorded<DemandEvent>>> HistoryAsync(DemandId id, CancellationToken cancel) => _events.OfAsync(id.Value, cancel);

    private static IQueryable<DemandRow> Of(IQueryable<DemandRow> rows, DemandPile pile) => pile switch
    {
        DemandPile.ToDo => rows.Where(d => d.Status != DemandStatus.Given && d.Status != DemandStatus.Withdrawn),
        DemandPile.Objected => rows.Where(d => d.ObjectionOpen),
        DemandPile.Closed => rows.Where(d => d.Status == DemandStatus.Given || d.Status == DemandStatus.Withdrawn),
        _ => rows,
    };

    private static ShelvedDemand Line(DemandRow row) => new(
        new DemandId(row.Id),
        row.Number,
        row.Issuer,
        row.Jurisdiction,
        row.Kind,
        row.AddressedTo,
        row.ReceivedAt,
        row.DueAt,
        row.Status,
        row.Blanket,
        row.Outcome,
        row.ObjectionOpen);
}
