using System.Buffers;
using System.Text;
using System.Text.Json;
using Tarazy.Records.Canonical;
using Tarazy.Records.Posts;

namespace Tarazy.Storage.Bulk;

/// <summary>
/// Posts on their way from a source into the store, packed: the words of all of them in one array as UTF-8, as they come from a file
/// and go into a database. A block is filled by one thread, then only read, then given back to be filled again.
/// </summary>
public sealed class PostBlock : IDisposable
{
    private PackedPost[] _posts = ArrayPool<PackedPost>.Shared.Rent(256);
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(256 << 10);
    private ChannelId _channel;
    private BlockSlice _channelBytes = BlockSlice.Null;

    public int Count { get; private set; }

    /// <summary>Bytes that are taken.</summary>
    public int Bytes { get; private set; }

    public ref readonly PackedPost this[int at] => ref _posts.AsSpan(0, Count)[at];

    public ReadOnlySpan<byte> this[BlockSlice slice] => slice.IsNull ? default : _bytes.AsSpan(slice.Start, slice.Length);

    public void Clear()
    {
        Count = Bytes = 0;
        _channel = default;
        _channelBytes = BlockSlice.Null;
    }

    /// <summary>Gives the arrays back, so that the next import need not make them again. Nobody may hold on to a slice.</summary>
    public void Dispose()
    {
        Clear();
        ArrayPool<PackedPost>.Shared.Return(_posts);
        ArrayPool<byte>.Shared.Return(_bytes);
        _posts = [];
        _bytes = [];
    }

    public void Add(in PackedPost post)
    {
        if (Count == _posts.Length)
        {
            Grow(ref _posts, Count, Count * 2);
        }

        _posts[Count++] = post;
    }

    /// <summary>Packs a post that is here already.</summary>
    public void Add(Post post) => Add(new PackedPost
    {
        Id = Put(post.Id.Value),
        Channel = PutChannel(post.Channel),
        Message = post.Message,
        PostedAt = post.PostedAt.ToUnixTimeMilliseconds(),
        EditedAt = post.EditedAt?.ToUnixTimeMilliseconds(),
        SeenAt = post.SeenAt.ToUnixTimeMilliseconds(),
        Text = Put(post.Text),
        Links = post.Links.Count == 0 ? BlockSlice.Null : Put(JsonSerializer.SerializeToUtf8Bytes(post.Links, DeskJson.Options)),
        Media = post.Media,
        ForwardedFrom = post.ForwardedFrom is { } from ? Put(from) : BlockSlice.Null,
        ReplyTo = post.ReplyTo,
        Views = post.Views,
        Reactions = post.Reactions,
        Content = Put(post.Content.Span),
    });

    public BlockSlice Put(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        return Take(bytes.Length);
    }

    /// <summary>The channel of posts that follow one another is written once.</summary>
    public BlockSlice PutChannel(ChannelId channel)
    {
        if (_channelBytes.IsNull || _channel != channel)
        {
            _channel = channel;
            _channelBytes = Put(channel.Value);
        }

        return _channelBytes;
    }

    /// <summary>Free bytes, at least as many as asked for; <see cref="Take"/> makes a slice of those that were written.</summary>
    public Span<byte> Room(int bytes)
    {
        if (_bytes.Length - Bytes < bytes)
        {
            Grow(ref _bytes, Bytes, Math.Max(_bytes.Length * 2, checked(Bytes + bytes)));
        }

        return _bytes.AsSpan(Bytes);
    }

    public BlockSlice Take(int bytes)
    {
        var slice = new BlockSlice(Bytes, bytes);
        Bytes += bytes;
        return slice;
    }

    /// <summary>The post as the rest of the desk knows it.</summary>
    public Post ToPost(int at)
    {
        ref readonly var post = ref this[at];
        return new Post
        {
            Id = PostId.From(Text(post.Id)),
            Channel = ChannelOf(at),
            Message = post.Message,
            PostedAt = DateTimeOffset.FromUnixTimeMilliseconds(post.PostedAt),
            EditedAt = post.EditedAt is { } edited ? DateTimeOffset.FromUnixTimeMilliseconds(edited) : null,
            SeenAt = DateTimeOffset.FromUnixTimeMilliseconds(post.SeenAt),
            Text = Text(post.Text),
            Links = post.Links.IsNull ? [] : JsonSerializer.Deserialize<string[]>(this[post.Links], DeskJson.Options) ?? [],
            Media = post.Media,
            ForwardedFrom = post.ForwardedFrom.IsNull ? null : Text(post.ForwardedFrom),
            ReplyTo = post.ReplyTo,
            Views = post.Views,
            Reactions = post.Reactions,
            Content = this[post.Content].ToArray(),
        };
    }

    /// <summary>As text, without making one again where the channel is that of the last posts added.</summary>
    public ChannelId ChannelOf(int at) =>
        this[at].Channel == _channelBytes ? _channel : ChannelId.From(Text(this[at].Channel));

    private static void Grow<T>(ref T[] array, int used, int least)
    {
        var larger = ArrayPool<T>.Shared.Rent(least);
        array.AsSpan(0, used).CopyTo(larger);
        ArrayPool<T>.Shared.Return(array);
        array = larger;
    }

    private string Text(BlockSlice slice) => Encoding.UTF8.GetString(this[slice]);

    private BlockSlice Put(string text)
    {
        var room = Room(Encoding.UTF8.GetMaxByteCount(text.Length));
        return Take(Encoding.UTF8.GetBytes(text, room));
    }
}
