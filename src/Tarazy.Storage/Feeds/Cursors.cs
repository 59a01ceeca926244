using Microsoft.EntityFrameworkCore;
using Tarazy.Storage.Contexts;

namespace Tarazy.Storage.Feeds;

/// <summary>How far each reader has come in the feed before it.</summary>
public sealed class Cursors(IDbContextFactory<DeskContext> contexts)
{
    /// <returns>The last number handled by this reader; 0 at the beginning.</returns>
    public async Task<long> GetAsync(string reader, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await GetAsync(db, reader, cancel);
    }

    /// <summary>Reads the cursor inside the caller's transaction, to see that nobody else has moved it meanwhile.</summary>
    public static Task<long> GetAsync(DeskContext db, string reader, CancellationToken cancel) =>
        db.Set<CursorRow>().Where(c => c.Reader == reader).Select(c => c.Seq).FirstOrDefaultAsync(cancel);

    /// <summary>
    /// Moves the cursor inside the caller's context, so that it is saved in one transaction with what was made of the items read.
    /// </summary>
    public static async Task MoveAsync(DeskContext db, string reader, long seq, CancellationToken cancel)
    {
        var row = await db.Set<CursorRow>().FindAsync([reader], cancel);
        if (row is null)
        {
            db.Add(new CursorRow { Reader = reader, Seq = seq });
        }
        else if (row.Seq < seq)
        {
            row.Seq = seq;
        }
    }
}

internal sealed class CursorRow
{
    public required string Reader { get; init; }

    public long Seq { get; set; }
}

internal sealed class CursorPart : IDeskPart
{
    public void Build(ModelBuilder model)
    {
        var row = model.Entity<CursorRow>().ToTable("cursors");
        row.HasKey(c => c.Reader);
        row.Property(c => c.Reader).HasMaxLength(64);
    }
}
