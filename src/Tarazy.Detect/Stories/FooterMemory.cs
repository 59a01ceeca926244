using Microsoft.EntityFrameworkCore;
using Tarazy.Analysis.Similarity.Footers;
using Tarazy.Detect.Posts;
using Tarazy.Storage.Contexts;

namespace Tarazy.Detect.Stories;

/// <summary>
/// The footers of the channels of this process. What was learnt from a batch is saved in its transaction, so that a post has the
/// same footer whether or not the desk was started again before it; what could not be saved is forgotten.
/// </summary>
internal sealed class FooterMemory
{
    /// <summary>About 400 bytes each; beyond this all are dropped and read again when their next post comes.</summary>
    private const int MostChannels = 20_000;

    private readonly Dictionary<string, ChannelFooters> _channels = new(StringComparer.Ordinal);
    private long _upTo;

    /// <summary>Leaves the footers out of the marks of a batch, learning in the order of the feed, inside the caller's transaction.</summary>
    /// <param name="after">Where the cursor stands before the batch; what another process learnt up to there is read again.</param>
    public async Task CutAsync(DeskContext db, long after, IReadOnlyList<LookedPost> batch, PostLooker looker, CancellationToken cancel)
    {
        if (after != _upTo)
        {
            Forget();
        }

        await LoadAsync(db, Channels(batch), cancel);
        foreach (var post in batch)
        {
            var tail = post.Look.Tail;
            var body = _channels[post.ChannelId].Next(tail);
            if (body < tail.Length)
            {
                post.Mark = looker.MarkOf(post, body);
            }
        }

        _upTo = batch[^1].Seq;
    }

    /// <summary>Saves what was learnt of the channels of a batch inside the caller's transaction.</summary>
    public async Task SaveAsync(DeskContext db, IReadOnlyList<LookedPost> batch, CancellationToken cancel)
    {
        var touched = Channels(batch);
        var rows = await db.Set<ChannelFooterRow>().Where(row => touched.Contains(row.Channel)).ToDictionaryAsync(row => row.Channel, cancel);
        foreach (var channel in touched)
        {
            var state = new byte[ChannelFooters.Bytes];
            _channels[channel].Write(state);
            if (rows.TryGetValue(channel, out var row))
            {
                row.State = state;
            }
            else
            {
                db.Add(new ChannelFooterRow { Channel = channel, State = state });
            }
        }
    }

    /// <summary>Drops what was learnt in memory and may not have been saved.</summary>
    public void Forget() => _channels.Clear();

    private static List<string> Channels(IReadOnlyList<LookedPost> batch) => [.. batch.Select(post => post.ChannelId).Distinct()];

    private async Task LoadAsync(DeskContext db, List<string> channels, CancellationToken cancel)
    {
        if (_channels.Count + channels.Count > MostChannels)
        {
            Forget();
        }

        var unknown = channels.Where(channel => !_channels.ContainsKey(channel)).ToList();
        if (unknown.Count == 0)
        {
            return;
        }

        var rows = await db.Set<ChannelFooterRow>().AsNoTracking().Where(row => unknown.Contains(row.Channel)).ToListAsync(cancel);
        foreach (var row in rows)
        {
            _channels[row.Channel] = ChannelFooters.Read(row.State);
        }

        foreach (var channel in unknown)
        {
            _channels.TryAdd(channel, new ChannelFooters());
        }
    }
}
