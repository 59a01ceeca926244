using Tarazy.Detect.Readings;
using Tarazy.Records.Findings;
using Tarazy.Records.Posts;

namespace Tarazy.Detect.Stories;

/// <summary>A story of two posts or more. A post that nobody repeated needs no row: its reading says all.</summary>
internal sealed class StoryRow
{
    /// <summary>Number of its first post.</summary>
    public required long Number { get; init; }

    /// <summary>Id of its first post.</summary>
    public required string Id { get; init; }

    /// <summary>When its earliest post was published, which need not be the first that the desk saw.</summary>
    public DateTimeOffset FirstAt { get; set; }

    public DateTimeOffset LastAt { get; set; }

    public int Posts { get; set; }

    public int Channels { get; set; }

    public Story Read() => new(StoryId.From(Id), PostId.From(Id), FirstAt, LastAt, Posts, Channels);
}
