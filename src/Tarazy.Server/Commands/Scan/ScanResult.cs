using Tarazy.Records.Findings;
using Tarazy.Records.Posts;

namespace Tarazy.Server.Commands.Scan;

/// <summary>What a scan found; everything that the terminal, the JSON and the page show. Public because a component's parameters have to be.</summary>
public sealed record ScanResult
{
    /// <summary>The file, folder or address as it was named, without the folders above it.</summary>
    public required string Source { get; init; }

    public required DateTimeOffset ScannedAt { get; init; }

    public required TimeZoneInfo TimeZone { get; init; }

    public required TimeSpan Took { get; init; }

    public required long Posts { get; init; }

    public required IReadOnlyList<ScannedChannel> Channels { get; init; }

    /// <summary>Most posts first.</summary>
    public required IReadOnlyList<ScannedLanguage> Languages { get; init; }

    public required DayCounts Days { get; init; }

    /// <summary>All stories, told once or often.</summary>
    public required int StoryCount { get; init; }

    /// <summary>The stories that travelled farthest; at most as many as were asked for.</summary>
    public required IReadOnlyList<ScannedStory> Stories { get; init; }

    public required IReadOnlyList<ScannedRule> Rules { get; init; }

    /// <summary>Posts with at least one finding of a live rule.</summary>
    public required long PostsWithFinding { get; init; }

    public required IReadOnlyList<ScanRefusal> Refused { get; init; }

    /// <summary>How many refusals there were in all; more than are kept in <see cref="Refused"/> when an input is very broken.</summary>
    public required long RefusedCount { get; init; }

    public long FindingCount => Rules.Where(r => !r.Shadow).Sum(r => r.Count);

    public long ShadowCount => Rules.Where(r => r.Shadow).Sum(r => r.Count);

    public DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, TimeZone);
}

public sealed record ScannedChannel(Channel Channel, long Posts);

/// <param name="Code">ISO 639; <c>und</c> when the engine is not sure.</param>
public sealed record ScannedLanguage(string Code, long Posts);

/// <param name="Text">One of the copies.</param>
/// <param name="Times">When each copy was published, oldest first; at most <see cref="MostTimes"/>.</param>
public sealed record ScannedStory(
    string Text,
    string Language,
    int Copies,
    int Channels,
    Channel FirstChannel,
    long FirstMessage,
    DateTimeOffset FirstAt,
    DateTimeOffset LastAt,
    IReadOnlyList<DateTimeOffset> Times)
{
    public const int MostTimes = 2_000;
}

/// <param name="Not">What the rule does not mean.</param>
/// <param name="Findings">The strongest; <paramref name="Count"/> counts all.</param>
public sealed record ScannedRule(
    string Name,
    string Says,
    string Not,
    bool Shadow,
    long Count,
    IReadOnlyList<ScannedFinding> Findings);

public sealed record ScannedFinding(Finding Finding, Channel Channel, long Message, DateTimeOffset PostedAt, string Text, int Copies, int CopyChannels);

/// <summary>Something in the input that could not be read, and what was kept of it.</summary>
/// <param name="Count">Messages, chats or files that it speaks of.</param>
public sealed record ScanRefusal(string Code, string Says, long Count)
{
    public RefusalKind Kind => RefusalKinds.Of(Code);
}
