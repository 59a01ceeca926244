using System.Text;
using Tarazy.Analysis.Engine;
using Tarazy.Analysis.Similarity.Footers;
using Tarazy.Detect.Archive;
using Tarazy.Records.Posts;
using Tarazy.Storage.Bulk;

namespace Tarazy.Detect.Posts;

/// <summary>What the engine made of one text, before the post has a number or a place.</summary>
/// <param name="Mark">What a story index needs of the text.</param>
/// <param name="Tail">Its last lines, one of which may be the channel's footer.</param>
/// <param name="Tokens">Its tokens as the archive keeps them.</param>
internal readonly record struct PostLook(PostReading Reading, ReadOnlyMemory<byte> Mark, TailLines Tail, ReadOnlyMemory<ushort> Tokens);

/// <summary>
/// A post on its way through a batch: read, then placed in a story. It comes from the feed or from a block that is being stored, and of
/// a block it makes ids and words only for those who ask.
/// </summary>
internal sealed class LookedPost
{
    private readonly PostBlock? _block;
    private readonly PostLook[] _looks;
    private readonly int _at;
    private Post? _post;

    public LookedPost(long seq, Post post, PostLook look)
    {
        Seq = seq;
        _looks = [look];
        Mark = look.Mark;
        Replaces = post.Replaces;
        _post = post;
    }

    /// <param name="looks">At each post of the block what was made of it.</param>
    public LookedPost(StoredPost stored, PostBlock block, PostLook[] looks)
    {
        Seq = stored.Seq;
        _looks = looks;
        _block = block;
        _at = stored.At;
        Mark = Look.Mark;
        Replaces = stored.Replaces;
    }

    public long Seq { get; }

    public ref readonly PostLook Look => ref _looks[_at];

    public PostReading Reading => Look.Reading;

    /// <summary>What a story index needs of the post; of its body alone once the channel's footer is known.</summary>
    public ReadOnlyMemory<byte> Mark { get; set; }

    /// <summary>The earlier version of the message, when this is an edit.</summary>
    public PostId? Replaces { get; }

    public Post Post => _post ??= _block!.ToPost(_at) with { Replaces = Replaces };

    /// <summary>The post's id, without making the rest of the post.</summary>
    public PostId PostId => _post?.Id ?? PostId.From(Encoding.UTF8.GetString(Id));

    /// <summary>The post's id in UTF-8.</summary>
    public ReadOnlySpan<byte> Id => _block is null ? Encoding.UTF8.GetBytes(_post!.Id.Value) : _block[_block[_at].Id];

    /// <summary>The channel's id in UTF-8.</summary>
    public ReadOnlySpan<byte> Channel => _block is null ? Encoding.UTF8.GetBytes(_post!.Channel.Value) : _block[_block[_at].Channel];

    /// <summary>The channel's id.</summary>
    public string ChannelId => _block is null ? _post!.Channel.Value : _block.ChannelOf(_at).Value;

    /// <summary>The post's text in UTF-8.</summary>
    public ReadOnlySpan<byte> Text => _block is null ? Encoding.UTF8.GetBytes(_post!.Text) : _block[_block[_at].Text];

    /// <summary>In milliseconds since 1970.</summary>
    public long PostedAt => _block is null ? _post!.PostedAt.ToUnixTimeMilliseconds() : _block[_at].PostedAt;

    /// <summary>Number of the story's first post; its own when it is the first.</summary>
    public long Story { get; set; }

    public double Similarity { get; set; }

    public bool First => Story == Seq;

    public ArchivedPost ToArchived() => new(Seq, DateTimeOffset.FromUnixTimeMilliseconds(PostedAt), ChannelId, Reading.Language, Look.Tokens);
}
