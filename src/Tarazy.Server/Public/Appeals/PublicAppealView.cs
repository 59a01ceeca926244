using Tarazy.Records.Outcomes;
using Tarazy.Server.Public.Notices;

namespace Tarazy.Server.Public.Appeals;

/// <summary>What the one-time link of a channel opens: the whole notice with its reasons, and either the form or how it went.</summary>
/// <param name="Notice">The notice in full, also while it is sealed for everybody else; null when the link is unknown.</param>
/// <param name="Status">Null until the channel appealed.</param>
/// <param name="Until">The last moment to appeal; null when the link has no end.</param>
/// <param name="Words">What was typed, when it was refused.</param>
/// <param name="Longest">Most characters that the desk takes.</param>
public sealed record PublicAppealView(
    string Token,
    PublicNoticeView? Notice,
    DateTimeOffset? Until,
    AppealStatus? Status = null,
    string Words = "",
    IReadOnlyList<Refusal>? Refusals = null,
    int Longest = PublicAppealForm.MostCharacters);

/// <param name="Reversed">Null while nobody has decided.</param>
public sealed record AppealStatus(DateTimeOffset At, DateTimeOffset DueAt, string Words, string Language, bool? Reversed = null, DateTimeOffset? DecidedAt = null, string? Reasons = null);
