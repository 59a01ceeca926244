using Microsoft.EntityFrameworkCore;
using Tarazy.Detect.Findings;
using Tarazy.Detect.Readings;
using Tarazy.Detect.Stories;
using Tarazy.Storage.Contexts;

namespace Tarazy.Detect;

/// <summary>What Detect keeps: what each post reads like, what was found in it and which stories it tells.</summary>
internal sealed class DetectPart : IDeskPart
{
    /// <summary>Room for a post's id: source, channel, message and six bytes in hex.</summary>
    public const int IdLength = 160;

    private const int CodeLength = 16;

    public void Build(ModelBuilder model)
    {
        BuildFindings(model);
        BuildReadings(model);
        BuildStories(model);
        BuildRetellings(model);
    }

    private static void BuildFindings(ModelBuilder model)
    {
        var row = model.Entity<FindingRow>().ToTable(FindingRow.Table);
        row.HasKey(f => f.Seq);
        row.Property(f => f.Seq).ValueGeneratedOnAdd();
        row.Property(f => f.Id).HasMaxLength(IdLength);
        row.Property(f => f.Post).HasMaxLength(IdLength);
        row.Property(f => f.Channel).HasMaxLength(IdLength);
        row.Property(f => f.Story).HasMaxLength(IdLength);
        row.Property(f => f.Rule).HasMaxLength(IdLength);
        row.HasIndex(f => f.Id).IsUnique();
        row.HasIndex(f => f.Post);
        row.HasIndex(f => f.Story);
        row.HasIndex(f => new { f.Rule, f.Shadow });
    }

    private static void BuildReadings(ModelBuilder model)
    {
        var row = model.Entity<ReadingRow>().ToTable("readings");
        row.HasKey(r => r.PostSeq);
        row.Property(r => r.PostSeq).ValueGeneratedNever();
        row.Property(r => r.Post).HasMaxLength(IdLength);
        row.Property(r => r.Channel).HasMaxLength(IdLength);
        row.Property(r => r.Language).HasMaxLength(CodeLength);
        row.HasIndex(r => new { r.Story, r.Channel });
        row.HasIndex(r => r.Language);
    }

    private static void BuildStories(ModelBuilder model)
    {
        var row = model.Entity<StoryRow>().ToTable("stories");
        row.HasKey(s => s.Number);
        row.Property(s => s.Number).ValueGeneratedNever();
        row.Property(s => s.Id).HasMaxLength(IdLength);
        row.HasIndex(s => s.Id).IsUnique();
        row.HasIndex(s => new { s.Channels, s.Posts });
    }

    private static void BuildRetellings(ModelBuilder model)
    {
        var row = model.Entity<RetellingRow>().ToTable(RetellingRow.Table);
        row.HasKey(r => new { r.Later, r.Earlier });
        row.HasIndex(r => r.Earlier);
        var footers = model.Entity<ChannelFooterRow>().ToTable("channel_footers");
        footers.HasKey(f => f.Channel);
        footers.Property(f => f.Channel).HasMaxLength(IdLength);
    }
}
