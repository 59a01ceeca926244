using Microsoft.EntityFrameworkCore;
using Tarazy.Records.Demands;

namespace Tarazy.Publish.Demands;

/// <summary>What lists and figures show of one demand; written in the transaction of its entries.</summary>
internal sealed class DemandRegisterRow
{
    public required string Demand { get; init; }

    public required string Number { get; init; }

    /// <summary>Aliases, only to keep them out of public words and to tell roles. Never shown.</summary>
    public required string Aliases { get; set; }

    /// <summary>When it opens: while one person alone has sealed it, soon; once another has agreed, on <see cref="SealFixedUntil"/>.</summary>
    public DateOnly? SealedUntil { get; set; }

    /// <summary>The day that stands in the leaves. It opens then at the latest.</summary>
    public DateOnly? SealFixedUntil { get; init; }

    public required long FirstEntry { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public required DemandKind Kind { get; init; }

    public required AddressedTo AddressedTo { get; init; }

    public required string Jurisdiction { get; init; }

    public required IssuerKind IssuerKind { get; init; }

    /// <summary>Null after an erasure.</summary>
    public string? Issuer { get; set; }

    public bool Narrowed { get; set; }

    public DemandOutcome? Outcome { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public DateTimeOffset? GivenAt { get; set; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public bool ObjectionOpen { get; set; }

    public bool Reversed { get; set; }

    public DateTimeOffset? ErasedAt { get; set; }

    public static void Build(ModelBuilder model)
    {
        var row = model.Entity<DemandRegisterRow>().ToTable("demand_register");
        row.HasKey(r => r.Demand);
        row.Property(r => r.Demand).HasMaxLength(80);
        row.Property(r => r.Number).HasMaxLength(40);
        row.HasIndex(r => r.Number).IsUnique();
        row.HasIndex(r => r.FirstEntry);
        row.Property(r => r.Jurisdiction).HasMaxLength(10);
        row.Property(r => r.Kind).HasConversion<string>().HasMaxLength(32);
        row.Property(r => r.AddressedTo).HasConversion<string>().HasMaxLength(32);
        row.Property(r => r.IssuerKind).HasConversion<string>().HasMaxLength(32);
        row.Property(r => r.Outcome).HasConversion<string>().HasMaxLength(32);
    }
}
