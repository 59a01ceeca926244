using Microsoft.EntityFrameworkCore;
using Tarazy.Records.Demands;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;

namespace Tarazy.Demand.Demands;

/// <summary>What lists show of a demand; written in the transaction of its event and never read to decide.</summary>
internal sealed class DemandRow
{
    public required string Id { get; init; }

    public required string Number { get; init; }

    public required string Issuer { get; init; }

    public required string Jurisdiction { get; init; }

    public required DemandKind Kind { get; init; }

    public required AddressedTo AddressedTo { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public DemandStatus Status { get; set; }

    public int Version { get; set; }

    public bool Blanket { get; set; }

    public DemandOutcome? Outcome { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public bool ObjectionOpen { get; set; }
}

internal sealed class DemandPart : IDeskPart
{
    public const string Events = "demand_events";

    public void Build(ModelBuilder model)
    {
        model.AddEventTable(Events);
        var row = model.Entity<DemandRow>().ToTable("demands");
        row.HasKey(d => d.Id);
        row.Property(d => d.Id).HasMaxLength(80);
        row.Property(d => d.Number).HasMaxLength(40);
        row.HasIndex(d => d.Number).IsUnique();
        row.Property(d => d.Issuer).HasMaxLength(DemandText.LongestName);
        row.Property(d => d.Jurisdiction).HasMaxLength(10);
        row.Property(d => d.Kind).HasConversion<string>().HasMaxLength(32);
        row.Property(d => d.AddressedTo).HasConversion<string>().HasMaxLength(32);
        row.Property(d => d.Status).HasConversion<string>().HasMaxLength(32);
        row.Property(d => d.Outcome).HasConversion<string>().HasMaxLength(32);
        row.HasIndex(d => new { d.Status, d.DueAt });
    }
}
