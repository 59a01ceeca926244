using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tarazy.Ingest.Sources;
using Tarazy.Records.Canonical;
using Tarazy.Records.Posts;
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

public sealed class ImportPostsHandler(PostSources sources, IDbContextFactory<DeskContext> contexts, TimeProvider clock)
{
    private const int MostSentences = 1000;

    public async Task<ImportSummary> HandleAsync(ImportPosts command, IProgress<IngestProgress>? progress, CancellationToken cancel)
    {
        var started = clock.GetUtcNow();
        var tally = new Tally();
        await using (var writer = await PostWriter.OpenAsync(contexts, cancel))
        {
            var batch = new Batch();
            await foreach (var item in sources.Open(command.From, command.Options, progress, cancel))
            {
                tally.Take(item);
                batch.Take(item);
                if (batch.Posts.Count >= command.Options.BatchPosts)
                {
                    tally.Take(await writer.WriteAsync(batch.Channels.Values, batch.Posts, clock.GetUtcNow(), cancel));
                    batch = new Batch();
                }
            }

            tally.Take(await writer.WriteAsync(batch.Channels.Values, batch.Posts, clock.GetUtcNow(), cancel));
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

    private sealed class Batch
    {
        public Dictionary<ChannelId, Channel> Channels { get; } = [];

        public List<Post> Posts { get; } = [];

        public void Take(IngestItem item)
        {
            switch (item)
            {
                case IngestItem.ChannelSeen(var channel):
                    Channels[channel.Id] = channel;
                    break;
                case IngestItem.PostSeen(var post):
                    Posts.Add(post);
                    break;
                default:
                    break;
            }
        }
    }

    private sealed class Tally
    {
        private readonly SortedDictionary<string, long> _refused = new(StringComparer.Ordinal);
        private readonly List<string> _sentences = [];
        private readonly List<ChannelId> _channels = [];
        private readonly HashSet<ChannelId> _seen = [];
        private long _read;
        private Written _written;

        public void Take(IngestItem item)
        {
            switch (item)
            {
                case IngestItem.PostSeen:
                    _read++;
                    break;
                case IngestItem.ChannelSeen(var channel) when _seen.Add(channel.Id):
                    _channels.Add(channel.Id);
                    break;
                case IngestItem.Refused(var refusal):
                    _refused[refusal.Code] = _refused.GetValueOrDefault(refusal.Code) + refusal.Count;
                    if (_sentences.Count < MostSentences)
                    {
                        _sentences.Add(refusal.Says);
                    }

                    break;
                default:
                    break;
            }
        }

        public void Take(Written more) =>
            _written = new Written(_written.New + more.New, _written.Edited + more.Edited, _written.Known + more.Known);

        public ImportSummary ToSummary() => new(_read, _written.New, _written.Known, _written.Edited, _refused, _sentences, _channels);
    }
}
