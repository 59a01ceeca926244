using Microsoft.EntityFrameworkCore;
using Tarazy.Analysis.Similarity.Footers;
using Tarazy.Records.Posts;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Feeds;

namespace Tarazy.Detect.Stories;

/// <summary>
/// The footers of the channels of this process. What was learnt from a batch is saved in its transaction, so that a post has the
/// same footer whether or not the desk was started again before it; what could not be saved is forgotten.
/// </summary>
internal sealed class FooterMemory(IDbContextFactory<DeskContext> contexts)
{
    /// <summary>About 400 bytes each; beyond this all are dropped and read again when their next post comes.</summary>
    private const int MostChannels = 20_000;

    private readonly Dictionary<string, ChannelFooters> _channels = new(StringComparer.Ordinal);

    /// <summary>Of each post of the batch how much stands before its footer, learning in the order of the feed.</summary>
    public async Task<int[]> BodiesAsync(IReadOnlyList<Numbered<Post>> batch, CancellationToken cancel)
    {
        await LoadAsync([.. batch.Select(post => post.Item.Channel.Value).Distinct()], cancel);
        var bodies = new int[batch.Count];
        for (var i = 0; i < bodies.Length; i++)
        {
            bodies[i] = _channels[batch[i].Item.Channel.Value].Next(batch[i].Item.Text);
        }

        return bodies;
    }

    /// <summary>Saves what was learnt of these channels inside the caller's transaction.</summary>
    public async Task SaveAsync(DeskContext db, IEnumerable<string> channels, CancellationToken cancel)
    {
        var touched = channels.Distinct().ToList();
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

    private async Task LoadAsync(List<string> channels, CancellationToken cancel)
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

        await using var db = await contexts.CreateDbContextAsync(cancel);
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
