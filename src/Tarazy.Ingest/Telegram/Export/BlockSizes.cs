namespace Tarazy.Ingest.Telegram.Export;

/// <summary>
/// How many posts the blocks of a file have: the first few, so that reading and storing begin soon, each twice as many as the one
/// before up to the most, and towards the end fewer again, so that the last of them is soon done by one alone.
/// </summary>
internal sealed class BlockSizes(int most)
{
    /// <summary>The smallest block has so many times fewer posts than the largest.</summary>
    private const int Smaller = 8;

    /// <summary>Of the posts that are left so large a part goes into one block.</summary>
    private const int PartOfRest = 3;

    private readonly int _least = Math.Max(1, most / Smaller);
    private long _posts;
    private long _bytes;

    /// <summary>Posts of the block that is being filled.</summary>
    public int Next { get; private set; } = Math.Max(1, most / Smaller);

    /// <summary>A post was read.</summary>
    /// <param name="bytes">How long it was in the file.</param>
    public void Read(int bytes)
    {
        _posts++;
        _bytes += bytes;
    }

    /// <summary>A block was taken.</summary>
    /// <param name="left">Bytes that the file still has; null where nobody knows.</param>
    public void Taken(long? left)
    {
        var posts = left is { } bytes ? bytes / Math.Max(1, _bytes / Math.Max(1, _posts)) : long.MaxValue;
        Next = (int)Math.Clamp(posts / PartOfRest, _least, Math.Min(most, Next * 2L));
    }
}
