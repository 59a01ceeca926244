using System.Runtime.CompilerServices;
using Tarazy.Ingest.Sources;
using Tarazy.Records.Posts;
using Tarazy.Storage.Bulk;

namespace Tarazy.Ingest.Posts;

/// <summary>A block of posts on its way, with the channels that were seen before it.</summary>
/// <param name="Reading">What the next stage made of it; null until then, or when there is no such stage.</param>
internal sealed record ImportPiece(IReadOnlyCollection<Channel> Channels, PostBlock Posts, BulkReading? Reading);

/// <summary>
/// Carries blocks from the source past the next stage's reader to the one writer, in the order of the source: parsing, reading and
/// writing run beside one another.
/// </summary>
internal sealed class ImportBelt(IBulkReader? next) : IDisposable
{
    public PostBlocks Blocks { get; } = new();

    /// <param name="items">Blocks among them are those of <see cref="Blocks"/>.</param>
    public IAsyncEnumerable<ImportPiece> RunAsync(IAsyncEnumerable<IngestItem> items, ImportTally tally, CancellationToken cancel)
    {
        var parsed = PiecesAsync(items, tally, cancel).Beside(cancel);
        return next is null ? parsed : ReadAsync(next, parsed, cancel).Beside(cancel);
    }

    /// <summary>Gives the block of a piece back when everything of it is stored.</summary>
    public void Done(ImportPiece piece) => Blocks.Return(piece.Posts);

    public void Dispose() => Blocks.Dispose();

    private async IAsyncEnumerable<ImportPiece> PiecesAsync(
        IAsyncEnumerable<IngestItem> items, ImportTally tally, [EnumeratorCancellation] CancellationToken cancel)
    {
        var channels = new Dictionary<ChannelId, Channel>();
        await foreach (var item in items.WithCancellation(cancel))
        {
            tally.Take(item);
            if (item is IngestItem.ChannelSeen(var channel))
            {
                channels[channel.Id] = channel;
            }
            else if (item is IngestItem.PostsSeen(var posts))
            {
                yield return new ImportPiece(channels.Values, posts, Reading: null);
                channels = [];
            }
        }

        if (channels.Count > 0)
        {
            yield return new ImportPiece(channels.Values, Blocks.Rent(), Reading: null);
        }
    }

    private static async IAsyncEnumerable<ImportPiece> ReadAsync(
        IBulkReader next, IAsyncEnumerable<ImportPiece> parsed, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var piece in parsed.WithCancellation(cancel))
        {
            yield return piece with { Reading = next.Read(piece.Posts) };
        }
    }
}
