using Microsoft.EntityFrameworkCore;
using Tarazy.Records.Cases;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;

namespace Tarazy.Review.Cases;

/// <summary>What lists show of a case; written in the transaction of its event and never read to decide.</summary>
internal sealed class CaseRow
{
    public required string Id { get; init; }

    public required string Number { get; init; }

    public required string Post { get; init; }

    public string? Story { get; init; }

    public required string Channel { get; init; }

    public required string Harm { get; set; }

    public required string Summary { get; init; }

    public required string Language { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public CaseStatus Status { get; set; }

    public Priority Priority { get; set; }

    public int Version { get; set; }

    public int Posts { get; set; }

    public string? ClaimedBy { get; set; }

    public DateTimeOffset? ClaimedUntil { get; set; }

    public string? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public DateTimeOffset? UndoUntil { get; set; }

    public Measure? Measure { get; set; }
}

internal sealed class CasePart : IDeskPart
{
    public const string Events = "case_events";

    public void Build(ModelBuilder model)
    {
        model.AddEventTable(Events);
        var row = model.Entity<CaseRow>().ToTable("cases");
        row.HasKey(c => c.Id);
        row.Property(c => c.Id).HasMaxLength(80);
        row.Property(c => c.Status).HasConversion<string>().HasMaxLength(32);
        row.Property(c => c.Measure).HasConversion<string>().HasMaxLength(32);
        row.HasIndex(c => c.Number).IsUnique();
        row.HasIndex(c => c.Story);
        row.HasIndex(c => c.Post);
        row.HasIndex(c => new { c.Status, c.Priority, c.DueAt });
    }
}
