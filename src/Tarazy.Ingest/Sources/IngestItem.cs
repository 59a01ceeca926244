using Tarazy.Records.Posts;
using Tarazy.Storage.Bulk;

namespace Tarazy.Ingest.Sources;

/// <summary>What comes out of a source, in the order of the source: a channel before its posts.</summary>
public abstract record IngestItem
{
    private IngestItem()
    {
    }

    public sealed record ChannelSeen(Channel Channel) : IngestItem;

    public sealed record PostSeen(Post Post) : IngestItem;

    /// <summary>Many posts at once, packed; whoever takes the block gives it back when done.</summary>
    public sealed record PostsSeen(PostBlock Posts) : IngestItem;

    /// <summary>Something was not read. Reading goes on behind it where that is possible.</summary>
    public sealed record Refused(IngestRefusal Refusal) : IngestItem;
}

/// <param name="Source">File or address being read.</param>
/// <param name="BytesTotal">Unknown for a fetched channel.</param>
public readonly record struct IngestProgress(string Source, long BytesRead, long? BytesTotal, long Posts);
