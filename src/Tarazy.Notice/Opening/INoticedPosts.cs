using Tarazy.Records.Notices;
using Tarazy.Records.Posts;

namespace Tarazy.Notice.Opening;

/// <summary>Where the particulars of what a notice names come from. The host implements it with what the first stages know.</summary>
public interface INoticedPosts
{
    /// <returns>The posts in the order asked for; one that is no longer known is left out.</returns>
    Task<IReadOnlyList<NoticedPost>> FindAsync(IReadOnlyList<PostId> posts, CancellationToken cancel);

    Task<Channel?> ChannelAsync(ChannelId channel, CancellationToken cancel);
}
