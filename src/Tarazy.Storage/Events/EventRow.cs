using Microsoft.EntityFrameworkCore;

namespace Tarazy.Storage.Events;

/// <summary>One line of an event table. The tables have one shape, so that they share one way of appending and reading.</summary>
public sealed class EventRow
{
    /// <summary>Place in the feed; given by the database.</summary>
    public long Seq { get; set; }

    /// <summary>What it happened to: a case, a notice.</summary>
    public required string Subject { get; init; }

    /// <summary>1, 2, 3 ... within the subject. Unique with it, which is what refuses a stale action.</summary>
    public required int Version { get; init; }

    /// <summary>Who did it: a reviewer's alias, <c>desk</c> or <c>public</c>.</summary>
    public required string Actor { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The event as JSON with its kind.</summary>
    public required string Payload { get; init; }
}

public static class EventRowModel
{
    /// <summary>Adds an event table to the model; a stage calls it from its <see cref="Contexts.IDeskPart"/>.</summary>
    public static void AddEventTable(this ModelBuilder model, string table)
    {
        var row = model.SharedTypeEntity<EventRow>(table).ToTable(table);
        row.HasKey(e => e.Seq);
        row.Property(e => e.Seq).ValueGeneratedOnAdd();
        row.Property(e => e.Subject).HasMaxLength(80);
        row.Property(e => e.Actor).HasMaxLength(64);
        row.HasIndex(e => new { e.Subject, e.Version }).IsUnique();
    }
}
