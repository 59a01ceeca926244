using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tarazy.Records.Canonical;
using Tarazy.Records.Posts;
using Tarazy.Storage.Contexts;

namespace Tarazy.Ingest.Posts;

/// <summary>One version of one message. Rows are never changed.</summary>
internal sealed class PostRow
{
    /// <summary>Place in the feed; given by the database.</summary>
    public long Seq { get; set; }

    public required string Id { get; init; }

    public required string Channel { get; init; }

    public required long Message { get; init; }

    public required DateTimeOffset PostedAt { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    public required DateTimeOffset SeenAt { get; init; }

    public required string Text { get; init; }

    /// <summary>A JSON list; null when there are none, as in most posts.</summary>
    public string? Links { get; init; }

    public required int Media { get; init; }

    public string? ForwardedFrom { get; init; }

    public long? ReplyTo { get; init; }

    public long? Views { get; init; }

    public required int Reactions { get; init; }

    public string? Replaces { get; init; }

    public required byte[] Content { get; init; }

    public Post ToPost() => new()
    {
        Id = PostId.From(Id),
        Channel = ChannelId.From(Channel),
        Message = Message,
        PostedAt = PostedAt,
        EditedAt = EditedAt,
        SeenAt = SeenAt,
        Text = Text,
        Links = Links is null ? [] : JsonSerializer.Deserialize<string[]>(Links, DeskJson.Options) ?? [],
        Media = (MediaKind)Media,
        ForwardedFrom = ForwardedFrom,
        ReplyTo = ReplyTo,
        Views = Views,
        Reactions = Reactions,
        Replaces = Replaces is null ? null : PostId.From(Replaces),
        Content = Content,
    };
}

/// <summary>A channel as it was last seen.</summary>
internal sealed class ChannelRow
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public string? Handle { get; init; }

    public int? Subscribers { get; init; }

    public required DateTimeOffset FirstSeen { get; init; }

    public Channel ToChannel() => new(ChannelId.From(Id), Title, Handle, Subscribers);
}

/// <summary>What was read, when, and what came of it.</summary>
internal sealed class ImportRow
{
    public long Seq { get; set; }

    public required string Source { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset FinishedAt { get; init; }

    /// <summary>The <see cref="ImportSummary"/> as JSON.</summary>
    public required string Summary { get; init; }
}

internal sealed class IngestPart : IDeskPart
{
    public const string Posts = "posts";
    public const string Channels = "channels";

    public void Build(ModelBuilder model)
    {
        var post = model.Entity<PostRow>().ToTable(Posts);
        post.HasKey(p => p.Seq);
        post.Property(p => p.Seq).ValueGeneratedOnAdd();
        post.Property(p => p.Id).HasMaxLength(160);
        post.Property(p => p.Channel).HasMaxLength(100);
        post.Property(p => p.Replaces).HasMaxLength(160);
        post.HasIndex(p => p.Id).IsUnique();
        post.HasIndex(p => new { p.Channel, p.Message });

        var channel = model.Entity<ChannelRow>().ToTable(Channels);
        channel.HasKey(c => c.Id);
        channel.Property(c => c.Id).HasMaxLength(100);

        var import = model.Entity<ImportRow>().ToTable("imports");
        import.HasKey(i => i.Seq);
        import.Property(i => i.Seq).ValueGeneratedOnAdd();
    }
}
