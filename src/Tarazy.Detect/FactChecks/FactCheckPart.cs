using Microsoft.EntityFrameworkCore;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;

namespace Tarazy.Detect.FactChecks;

/// <summary>Fact-checks, which stories they may be about, and who said that they are.</summary>
internal sealed class FactCheckPart : IDeskPart
{
    public const string Events = "fact_check_events";

    private const int IdLength = 64;

    public void Build(ModelBuilder model)
    {
        model.AddEventTable(Events);
        var check = model.Entity<FactCheckRow>().ToTable(FactCheckRow.Table);
        check.HasKey(c => c.Id);
        check.Property(c => c.Id).HasMaxLength(IdLength);
        check.HasIndex(c => c.Revision);

        var match = model.Entity<FactCheckMatchRow>().ToTable("fact_check_matches");
        match.HasKey(m => m.Id);
        match.Property(m => m.Id).HasMaxLength(IdLength);
        match.Property(m => m.FactCheck).HasMaxLength(IdLength);
        match.Property(m => m.Story).HasMaxLength(DetectPart.IdLength);
        match.Property(m => m.Post).HasMaxLength(DetectPart.IdLength);
        match.Property(m => m.JudgedBy).HasMaxLength(IdLength);
        match.Property(m => m.Status).HasConversion<string>().HasMaxLength(16);
        match.HasIndex(m => m.Story);
        match.HasIndex(m => new { m.Status, m.SuggestedAt });

        var progress = model.Entity<FactCheckProgressRow>().ToTable("fact_check_progress");
        progress.HasKey(p => p.Id);
        progress.Property(p => p.Id).ValueGeneratedNever();
    }
}
