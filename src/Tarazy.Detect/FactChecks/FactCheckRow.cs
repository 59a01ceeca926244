using System.Text.Json;
using Tarazy.Detect.FactChecks.Matching;
using Tarazy.Records.Canonical;

namespace Tarazy.Detect.FactChecks;

/// <summary>One fact-check as it was published last.</summary>
internal sealed class FactCheckRow
{
    public const string Table = "fact_checks";

    public required string Id { get; init; }

    /// <summary>Rises with every import that brought something new; by it each process sees that its index is stale.</summary>
    public long Revision { get; set; }

    public DateTimeOffset ImportedAt { get; set; }

    /// <summary>File that it came from last.</summary>
    public string Source { get; set; } = "";

    /// <summary>The whole record as JSON.</summary>
    public string Payload { get; set; } = "";

    public FactCheck Read() =>
        JsonSerializer.Deserialize<FactCheck>(Payload, DeskJson.Options) ?? throw new InvalidDataException($"Fact-check {Id} is null.");

    public static string Write(FactCheck check) => JsonSerializer.Serialize(check, DeskJson.Options);
}

/// <summary>What lists show of a match; written in the transaction of its event and never read to decide.</summary>
internal sealed class FactCheckMatchRow
{
    public required string Id { get; init; }

    public required string FactCheck { get; init; }

    public required string Story { get; init; }

    /// <summary>The post that was compared.</summary>
    public required string Post { get; init; }

    public required double Probability { get; init; }

    public required DateTimeOffset SuggestedAt { get; init; }

    public MatchStatus Status { get; set; }

    public int Version { get; set; }

    public string? JudgedBy { get; set; }

    public DateTimeOffset? JudgedAt { get; set; }

    /// <summary>The words that both have, as JSON.</summary>
    public required string Shared { get; init; }
}

/// <summary>How far posts were compared, and with which revision of the fact-checks.</summary>
internal sealed class FactCheckProgressRow
{
    public const int Only = 1;

    public int Id { get; init; } = Only;

    public long Revision { get; set; }

    public long PostSeq { get; set; }
}
