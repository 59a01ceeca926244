using Tarazy.Detect.Stories;
using Tarazy.Ingest.Posts;
using Tarazy.Records.Findings;
using Tarazy.Records.Posts;

namespace Tarazy.Server.Workbench.Cases;

/// <summary>Stories that tell the same as a case's in other words, each with what it shares with the case's post.</summary>
internal sealed class BuildRetellings(PostArchive archive, Retellings retellings)
{
    private const int Most = 10;

    public async Task<IReadOnlyList<RetellingView>> OfAsync(StoryId? story, Post post, CancellationToken cancel)
    {
        var views = new List<RetellingView>();
        foreach (var told in story is { } id ? await retellings.OfAsync(id, Most, cancel) : [])
        {
            if (await archive.FindAsync(told.First, cancel) is { } other)
            {
                var channel = await archive.ChannelAsync(told.Channel, cancel);
                var shared = retellings.Shared(post.Text, other.Text);
                views.Add(new RetellingView(
                    told.PostedAt, channel?.Title ?? told.Channel.Value, channel?.Handle, other.Text, told.Language, told.Score, shared.Names, shared.Numbers));
            }
        }

        return views;
    }
}
