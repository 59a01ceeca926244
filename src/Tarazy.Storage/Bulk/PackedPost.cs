using Tarazy.Records.Posts;

namespace Tarazy.Storage.Bulk;

/// <summary>A piece of a <see cref="PostBlock"/>'s bytes.</summary>
/// <param name="Length">-1 stands for null.</param>
public readonly record struct BlockSlice(int Start, int Length)
{
    public static readonly BlockSlice Null = new(0, -1);

    public bool IsNull => Length < 0;
}

/// <summary>One post of a <see cref="PostBlock"/>: its numbers here, its words as slices of the block. The fields are those of <see cref="Post"/>.</summary>
public readonly record struct PackedPost
{
    public required BlockSlice Id { get; init; }

    public required BlockSlice Channel { get; init; }

    public required long Message { get; init; }

    /// <summary>Milliseconds since 1970, as all times here.</summary>
    public required long PostedAt { get; init; }

    public long? EditedAt { get; init; }

    public required long SeenAt { get; init; }

    public required BlockSlice Text { get; init; }

    /// <summary>A JSON list, as it is stored; null when there are none.</summary>
    public required BlockSlice Links { get; init; }

    public MediaKind Media { get; init; }

    public required BlockSlice ForwardedFrom { get; init; }

    public long? ReplyTo { get; init; }

    public long? Views { get; init; }

    public int Reactions { get; init; }

    public required BlockSlice Content { get; init; }
}
