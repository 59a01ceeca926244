using Tarazy.Records.Outcomes;
using Tarazy.Server.Workbench.Notices;

namespace Tarazy.Server.Workbench.Appeals;

public sealed record AppealListView(IReadOnlyList<AppealLineView> Open, IReadOnlyList<AppealLineView> Decided);

/// <param name="Mine">False when this person decided or read the notice, so that somebody else must take the appeal.</param>
public sealed record AppealLineView(string Notice, string Title, DateTimeOffset At, DateTimeOffset DueAt, bool Mine, bool? Reversed = null);

/// <summary>One appeal: the channel's words beside the whole notice.</summary>
/// <param name="Closed">Why this person cannot decide it.</param>
public sealed record AppealPageView(
    NoticePageView Notice,
    DateTimeOffset OpenedAt,
    DateTimeOffset DueAt,
    string Words,
    string Language,
    Refusal? Closed = null,
    IReadOnlyList<Refusal>? Refusals = null,
    string Reasons = "");
