using System.Buffers;
using Tarazy.Analysis.Engine;
using Tarazy.Storage.Bulk;

namespace Tarazy.Detect.Posts;

/// <summary>What the engine made of every post of a block, in arrays that are used again: they are too large to be made for each block.</summary>
internal sealed class LookedBlock(PostBlock posts) : BulkReading
{
    private readonly PostLook[] _looks = ArrayPool<PostLook>.Shared.Rent(posts.Count);
    private readonly PooledPieces<byte> _marks = new();
    private readonly PooledPieces<ushort> _tokens = new();

    public void Put(int at, PostReading reading, PostEngine engine, ReadOnlySpan<ushort> tokens) =>
        _looks[at] = new PostLook(reading, _marks.Keep(engine.Mark), engine.Tail, _tokens.Keep(tokens));

    public LookedPost Stored(StoredPost stored) => new(stored, posts, _looks);

    /// <summary>Gives the arrays back; nothing of the block may be asked for afterwards.</summary>
    public override void Dispose()
    {
        ArrayPool<PostLook>.Shared.Return(_looks, clearArray: true);
        _marks.Dispose();
        _tokens.Dispose();
    }
}
