using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Records.Posts;
using Tarazy.Review.Cases;

namespace Tarazy.Review.Queue;

/// <summary>What is asked of the queue.</summary>
/// <param name="Reader">Who asks; their own decisions are left out of second readings.</param>
public sealed record QueueFilter(
    ReviewerId Reader,
    CaseStatus Status = CaseStatus.Open,
    string? Language = null,
    HarmId? Harm = null,
    bool DueToday = false,
    int Skip = 0,
    int Take = 50);

/// <summary>One row of the queue.</summary>
public sealed record QueuedCase(
    CaseId Id,
    string Number,
    PostId Post,
    ChannelId Channel,
    StoryId? Story,
    HarmId Harm,
    string Summary,
    Priority Priority,
    string Language,
    DateTimeOffset OpenedAt,
    DateTimeOffset DueAt,
    CaseStatus Status,
    int Posts,
    ReviewerId? ClaimedBy,
    DateTimeOffset? ClaimedUntil,
    Measure? Measure);

/// <summary>Figures over the queue.</summary>
public sealed record QueueCounts(int OpenedToday, int Open, int DueToday, int SecondReadings, int LeftAlone, int Agreed);
