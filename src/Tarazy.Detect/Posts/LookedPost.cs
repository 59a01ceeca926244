using Tarazy.Analysis.Engine;
using Tarazy.Records.Posts;

namespace Tarazy.Detect.Posts;

/// <summary>A post on its way through a batch: read, then placed in a story.</summary>
internal sealed class LookedPost(long seq, Post post, PostReading reading, byte[] mark)
{
    public long Seq { get; } = seq;

    public Post Post { get; } = post;

    public PostReading Reading { get; } = reading;

    public byte[] Mark { get; } = mark;

    /// <summary>Its tokens as the archive keeps them.</summary>
    public ushort[] Tokens { get; init; } = [];

    /// <summary>Number of the story's first post; its own when it is the first.</summary>
    public long Story { get; set; }

    public double Similarity { get; set; }

    public bool First => Story == Seq;
}
