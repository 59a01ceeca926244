using Tarazy.Notice.Opening;
using Tarazy.Records.Posts;

namespace Tarazy.Server.Public.Names;

/// <summary>What channels are called. Only asked for channels that the register itself shows.</summary>
internal sealed class ChannelNames(INoticedPosts posts)
{
    public async Task<string> OfAsync(string channel, CancellationToken cancel) =>
        Name(channel, await posts.ChannelAsync(new ChannelId(channel), cancel));

    public async Task<IReadOnlyDictionary<string, string>> OfAsync(IEnumerable<string> channels, CancellationToken cancel)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var channel in channels.Distinct(StringComparer.Ordinal))
        {
            names[channel] = await OfAsync(channel, cancel);
        }

        return names;
    }

    /// <summary>The handle, since a title can be taken by anybody; then the title; then the id.</summary>
    internal static string Name(string id, Channel? channel) => channel switch
    {
        { Handle: { Length: > 0 } handle } => "@" + handle,
        { Title: { Length: > 0 } title } => title,
        _ => id.Contains(":@", StringComparison.Ordinal) ? id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..] : id,
    };
}
