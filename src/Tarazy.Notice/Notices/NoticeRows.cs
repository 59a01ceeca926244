using Microsoft.EntityFrameworkCore;
using Tarazy.Records.Cases;
using Tarazy.Records.Notices;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;

namespace Tarazy.Notice.Notices;

/// <summary>What lists show of a notice; written in the transaction of its event and never read to decide.</summary>
internal sealed class NoticeRow
{
    public required string Id { get; init; }

    public required string Number { get; init; }

    public required string Case { get; init; }

    public required string Channel { get; init; }

    public required string Harm { get; init; }

    public required Measure Measure { get; init; }

    public required string Addressee { get; init; }

    public required DateTimeOffset DraftedAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public NoticeStatus Status { get; set; }

    public int Version { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public AnswerOutcome? Outcome { get; set; }

    public bool Appealed { get; set; }

    public bool AppealOpen { get; set; }

    public bool Reversed { get; set; }
}

/// <summary>A post that a notice names, so that the same post is not noticed twice for the same thing.</summary>
internal sealed class NoticedPostRow
{
    public required string Notice { get; init; }

    public required string Post { get; init; }
}

internal sealed class NoticePart : IDeskPart
{
    public const string Events = "notice_events";

    public void Build(ModelBuilder model)
    {
        model.AddEventTable(Events);
        var row = model.Entity<NoticeRow>().ToTable("notices");
        row.HasKey(n => n.Id);
        row.Property(n => n.Id).HasMaxLength(80);
        row.Property(n => n.Status).HasConversion<string>().HasMaxLength(32);
        row.Property(n => n.Measure).HasConversion<string>().HasMaxLength(32);
        row.Property(n => n.Outcome).HasConversion<string>().HasMaxLength(32);
        row.HasIndex(n => n.Number).IsUnique();
        row.HasIndex(n => n.Case);
        row.HasIndex(n => n.Channel);
        row.HasIndex(n => new { n.Status, n.DueAt });
        var post = model.Entity<NoticedPostRow>().ToTable("noticed_posts");
        post.HasKey(p => new { p.Notice, p.Post });
        post.HasIndex(p => p.Post);
    }
}
