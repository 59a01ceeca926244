using Tarazy.Detect.Posts;
using Tarazy.Storage.Contexts;

namespace Tarazy.Detect.Readings;

/// <summary>Writes the readings of a batch.</summary>
internal static class ReadingWriter
{
    public static async Task WriteAsync(DeskContext db, IReadOnlyList<LookedPost> batch, CancellationToken cancel)
    {
        db.AddRange(batch.Select(Row));
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    private static ReadingRow Row(LookedPost post) => new()
    {
        PostSeq = post.Seq,
        Post = post.Post.Id.Value,
        Channel = post.Post.Channel.Value,
        Language = post.Reading.Language,
        Sure = post.Reading.Sure,
        Story = post.Story,
        Similarity = post.Similarity,
        PostedAt = post.Post.PostedAt,
        Mark = post.Mark,
    };
}
