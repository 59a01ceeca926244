namespace Tarazy.Detect.Findings;

/// <summary>One finding, append-only; the feed of the next stage.</summary>
internal sealed class FindingRow
{
    public const string Table = "findings";

    public long Seq { get; set; }

    public required string Id { get; init; }

    public required string Post { get; init; }

    public required string Channel { get; init; }

    public required string Story { get; init; }

    public required string Rule { get; init; }

    public required bool Shadow { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The whole finding as JSON.</summary>
    public required string Payload { get; init; }
}
