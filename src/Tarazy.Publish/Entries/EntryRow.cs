using Microsoft.EntityFrameworkCore;
using Tarazy.Publish.Demands;
using Tarazy.Publish.Register;
using Tarazy.Storage.Contexts;

namespace Tarazy.Publish.Entries;

/// <summary>One entry of the log. The leaf never changes; salt and content can go, and every proof still holds.</summary>
internal sealed class EntryRow
{
    public const string NoticeFeed = "notice";
    public const string DemandFeed = "demand";

    private DateOnly? _sealedUntil;

    public required long Index { get; init; }

    /// <summary>The feed that the event stands in, <see cref="NoticeFeed"/> or <see cref="DemandFeed"/>.</summary>
    public required string Feed { get; init; }

    /// <summary>Number of the event it records; unique in its feed, so that reading again never logs twice.</summary>
    public required long EventSeq { get; init; }

    /// <summary>Id of the notice or demand.</summary>
    public required string Subject { get; init; }

    public required string Type { get; init; }

    public required string Role { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Leaf { get; init; }

    public byte[]? Salt { get; set; }

    public string? Content { get; set; }

    /// <summary>The day on which the content opens. It is fixed; only the seal of a demand that one person set moves, by <see cref="Open"/>.</summary>
    public DateOnly? SealedUntil
    {
        get => _sealedUntil;
        init => _sealedUntil = value;
    }

    public DateTimeOffset? ErasedAt { get; set; }

    public string? ErasedBecause { get; set; }

    /// <summary>Lets the content of a demand open on another day: sooner, or, once two people agree on the seal, on the day that its leaf names.</summary>
    /// <exception cref="InvalidOperationException">The entry is of a notice, whose day is fixed, or its leaf names an earlier day.</exception>
    public void Open(DateOnly? on, DateOnly? leafSays)
    {
        if (Feed != DemandFeed || on is null || on > leafSays)
        {
            throw new InvalidOperationException($"Entry {Index} cannot open on {on:O}: it is of a {Feed} and its leaf says {leafSays:O}.");
        }

        _sealedUntil = on;
    }
}

internal sealed class PublishPart : IDeskPart
{
    public const string Entries = "log_entries";

    public void Build(ModelBuilder model)
    {
        var entry = model.Entity<EntryRow>().ToTable(Entries);
        entry.HasKey(e => e.Index);
        entry.Property(e => e.Index).ValueGeneratedNever();
        entry.HasIndex(e => new { e.Feed, e.EventSeq }).IsUnique();
        entry.HasIndex(e => e.Subject);

        // Until demands came every entry was of a notice.
        entry.Property(e => e.Feed).HasMaxLength(20).HasDefaultValue(EntryRow.NoticeFeed);
        entry.Property(e => e.Subject).HasMaxLength(80);
        entry.Property(e => e.Type).HasMaxLength(40);
        entry.Property(e => e.Role).HasMaxLength(40);

        var row = model.Entity<RegisterRow>().ToTable("register");
        row.HasKey(r => r.Notice);
        row.Property(r => r.Notice).HasMaxLength(80);
        row.Property(r => r.Number).HasMaxLength(40);
        row.HasIndex(r => r.Number).IsUnique();
        row.HasIndex(r => r.FirstEntry);
        row.Property(r => r.Outcome).HasConversion<string>().HasMaxLength(20);
        row.Property(r => r.Measure).HasConversion<string>().HasMaxLength(20);

        DemandRegisterRow.Build(model);
    }
}
