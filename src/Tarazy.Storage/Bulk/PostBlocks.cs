using System.Collections.Concurrent;

namespace Tarazy.Storage.Bulk;

/// <summary>Blocks that are used again, so that reading a large file takes the memory of a few blocks.</summary>
public sealed class PostBlocks : IDisposable
{
    private readonly ConcurrentQueue<PostBlock> _free = new();

    public PostBlock Rent() => _free.TryDequeue(out var block) ? block : new PostBlock();

    /// <summary>Nobody may hold on to the block or to a slice of it.</summary>
    public void Return(PostBlock block)
    {
        block.Clear();
        _free.Enqueue(block);
    }

    /// <summary>Blocks that are still filled or read are left to the collector.</summary>
    public void Dispose()
    {
        while (_free.TryDequeue(out var block))
        {
            block.Dispose();
        }
    }
}
