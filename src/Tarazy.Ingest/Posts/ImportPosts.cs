using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tarazy.Ingest.Sources;
using Tarazy.Records.Canonical;
using Tarazy.Records.Posts;
using Tarazy.Storage.Bulk;
using Tarazy.Storage.Contexts;

namespace Tarazy.Ingest.Posts;

/// <summary>Reads a source and stores its posts. Doing it twice changes nothing.</summary>
/// <param name="From">A path or an address; <see cref="PostSources.Open"/>.</param>
public sealed record ImportPosts(string From, IngestOptions Options);

/// <summary>What came of an import.</summary>
/// <param name="Read">Posts that were read.</param>
/// <param name="New">Messages never seen before.</param>
/// <param name="Known">Posts that were there already.</param>
/// <param name="Edited">New words of a message that was known.</param>
/// <param name="Refused">How many of each reason, by its code.</param>
/// <param name="Sentences">What was not read and why.</param>
public sealed record ImportSummary(
    long Read,
    long New,
    long Known,
    long Edited,
    IReadOnlyDictionary<string, long> Refused,
    IReadOnlyList<string> Sentences,
    IReadOnlyList<ChannelId> Channels);

/// <param name="readers">The stage that reads posts while they are stored, where it is in the same process; else it reads by its cursor.</param>
public sealed class ImportPostsHandler(
    PostSources sources, IDbContextFactory<DeskContext> contexts, TimeProvider clock, IEnumerable<IBulkReader> readers)
{
    private readonly IBulkReader? _next = readers.SingleOrDefault();

    public async Task<ImportSummary> HandleAsync(ImportPosts command, IProgress<IngestProgress>? progress, CancellationToken cancel)
    {
        var started = clock.GetUtcNow();
        if (_next is not null)
        {
            await _next.CatchUpAsync(cancel);
        }

        var tally = new ImportTally();
        using var belt = new ImportBelt(_next);
        await using (var writer = await PostWriter.OpenAsync(contexts, _next, cancel))
        {
            var items = sources.OpenBlocks(command.From, command.Options, belt.Blocks, progress, cancel);
            await foreach (var piece in belt.RunAsync(items, tally, cancel))
            {
                tally.Take(await writer.WriteAsync(piece.Channels, piece.Posts, piece.Reading, clock.GetUtcNow(), cancel));
                belt.Done(piece);
            }
        }

        var summary = tally.ToSummary();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.Add(new ImportRow
        {
            Source = command.From,
            StartedAt = started,
            FinishedAt = clock.GetUtcNow(),
            Summary = JsonSerializer.Serialize(summary, DeskJson.Options),
        });
        await db.SaveChangesAsync(cancel);
        return summary;
    }
}
