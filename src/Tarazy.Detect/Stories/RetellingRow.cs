namespace Tarazy.Detect.Stories;

/// <summary>
/// Two stories that tell the same in other words. Append-only, and apart from the near-copies of one story. Why they were put
/// together is read off the texts when it is shown, so that no words are kept here.
/// </summary>
internal sealed class RetellingRow
{
    public const string Table = "retellings";

    /// <summary>Number of the later story's first post, in the order of the feed.</summary>
    public required long Later { get; init; }

    public required long Earlier { get; init; }

    /// <summary>Number of the first story of the group that both belong to.</summary>
    public required long Group { get; init; }

    /// <summary>From the model's border of 0.5 up to 1.</summary>
    public required double Score { get; init; }
}
