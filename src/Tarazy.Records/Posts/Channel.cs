namespace Tarazy.Records.Posts;

/// <summary>A public channel as the desk knows it. There is no field for the people behind it.</summary>
/// <param name="Handle">The public name without <c>@</c>; an export does not carry it, so it may be unknown.</param>
/// <param name="Subscribers">As last seen; unknown in an export.</param>
public sealed record Channel(ChannelId Id, string Title, string? Handle = null, int? Subscribers = null)
{
    /// <summary>Name of the source before the colon, e.g. <c>telegram</c>.</summary>
    public string Source => Id.Value[..Id.Value.IndexOf(':', StringComparison.Ordinal)];
}
