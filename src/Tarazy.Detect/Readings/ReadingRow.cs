namespace Tarazy.Detect.Readings;

/// <summary>What one post reads like. It also keeps what the story index needs to be built again without the texts.</summary>
internal sealed class ReadingRow
{
    /// <summary>Number of the post in the feed of Ingest.</summary>
    public required long PostSeq { get; init; }

    public required string Post { get; init; }

    public required string Channel { get; init; }

    public required string Language { get; init; }

    /// <summary>False when the language is a guess that nothing should rest on.</summary>
    public required bool Sure { get; init; }

    /// <summary>Number of the story's first post.</summary>
    public required long Story { get; init; }

    /// <summary>Estimated likeness to the nearest earlier post of the story; 0 for its first post.</summary>
    public required double Similarity { get; init; }

    public required DateTimeOffset PostedAt { get; init; }

    /// <summary>At most one cache line of minimal hashes: what the story index needs to know of the text.</summary>
    public required byte[] Mark { get; init; }
}
