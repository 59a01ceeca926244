namespace Tarazy.Review.Queue;

/// <summary>What became of the cases on one channel.</summary>
public sealed record ChannelRecord(int Cases, int LeftAlone);
