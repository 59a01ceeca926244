namespace Tarazy.Detect.Stories;

/// <summary>What the desk has learnt of a channel's footers: a fold of the posts looked at, saved with them.</summary>
internal sealed class ChannelFooterRow
{
    public required string Channel { get; init; }

    /// <summary>Counts of lines by hash, of fixed size; no text.</summary>
    public required byte[] State { get; set; }
}
