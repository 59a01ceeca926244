using Tarazy.Records.Posts;

namespace Tarazy.Server.Workbench.Channels;

/// <summary>Where the page of a channel is.</summary>
public static class ChannelForms
{
    /// <summary>GET, with <see cref="By"/>: what the desk knows of a channel.</summary>
    public const string Show = "/desk/channels/{id}";

    /// <summary><c>day</c> or <c>week</c>; without it whichever the posts are enough for.</summary>
    public const string By = "by";

    public static string To(ChannelId channel) => $"/desk/channels/{Uri.EscapeDataString(channel.Value)}";
}
