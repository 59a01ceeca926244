using Tarazy.Records.Posts;
using Tarazy.Storage.Contexts;

namespace Tarazy.Storage.Bulk;

/// <summary>
/// The stage that reads posts, as the stage that stores them meets it: it is given a block while the block is being stored, and saves
/// what it made of it in the same transaction. Its cursor moves in that transaction too, so a crash at any moment leaves either
/// both or neither, and posts stored without it are found by the cursor later.
/// </summary>
public interface IBulkReader
{
    /// <summary>Lets the reader come up to the end of its feed first, as far as it lies behind.</summary>
    Task CatchUpAsync(CancellationToken cancel);

    /// <summary>Reads posts that have no number yet. Needs no database and may run on several threads at once.</summary>
    BulkReading Read(PostBlock posts);

    /// <summary>Waits until no other step of the reader runs, and keeps it so until the turn is disposed.</summary>
    Task<IBulkTurn> TurnAsync(CancellationToken cancel);
}

/// <summary>What a reader made of a block; only the reader looks inside. It is disposed when the turn is over, and nothing of it may be asked for then.</summary>
public abstract class BulkReading : IDisposable
{
    public abstract void Dispose();
}

/// <summary>One block's turn. Disposing it without <see cref="Committed"/> means that the transaction was given up.</summary>
public interface IBulkTurn : IDisposable
{
    /// <summary>Saves what was read, inside the transaction that stores the posts.</summary>
    /// <param name="before">Number of the last post before the block; 0 when there was none.</param>
    /// <param name="stored">Those posts of the block that were new, in the order of their numbers.</param>
    /// <returns>False when the reader has not come as far as <paramref name="before"/>; nothing is saved then, and it will come by its cursor.</returns>
    Task<bool> SaveAsync(DeskContext db, BulkReading reading, long before, IReadOnlyList<StoredPost> stored, CancellationToken cancel);

    void Committed();
}

/// <param name="At">Place in the block.</param>
/// <param name="Seq">The number that the store gave it.</param>
/// <param name="Replaces">The earlier version of the message, when it is an edit.</param>
public readonly record struct StoredPost(int At, long Seq, PostId? Replaces);
