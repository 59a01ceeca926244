using Tarazy.Detect.Labels;
using Tarazy.Detect.Labels.Hints;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Records.Posts;
using Tarazy.Server.Workbench.FactChecks;
using Tarazy.Server.Workbench.Queue;

namespace Tarazy.Server.Workbench.Cases;

/// <summary>The middle zone of the desk: one case with everything that speaks for and against it.</summary>
/// <param name="Version">What an action on this case was decided on; a later one refuses it.</param>
/// <param name="Summary">What the rule says in plain words.</param>
public sealed record CaseView(
    string Number,
    int Version,
    HarmId Harm,
    string Summary,
    DateTimeOffset OpenedAt,
    DateTimeOffset DueAt,
    QueueState State,
    PostView Post,
    WhyView Why,
    ChannelView Channel,
    IReadOnlyList<CopyView> Copies,
    IReadOnlyList<RetellingView> Retellings,
    IReadOnlyList<VersionView> Versions,
    IReadOnlyList<CheckView> Checks,
    IReadOnlyList<HistoryLine> History,
    ClaimView? Claim = null,
    IReadOnlyList<ReviewerId>? Looking = null)
{
    /// <summary>Whoever looks made the decision that waits for its second reading, and is not given the case again.</summary>
    public bool ReadFirst { get; init; }

    /// <summary>What the desk's own labels say of the post.</summary>
    public IReadOnlyList<LabelSays> Labels { get; init; } = [];

    /// <summary>Rhetorical techniques that the post may use; null without a model or a hint.</summary>
    public TechniqueHint? Techniques { get; init; }

    /// <summary>The harms and topics that a person may name while the case is open; empty when it is decided.</summary>
    public IReadOnlyList<string> Harms { get; init; } = [];
}

/// <param name="LanguageSure">False when the language is a guess on few words.</param>
/// <param name="Url">Public address; null while the handle is unknown.</param>
public sealed record PostView(Post Post, string Language, bool LanguageSure, string? Url);

/// <summary>Why this case is here: the rule, its words in the post, and how far to trust it.</summary>
/// <param name="NotAbout">What the rule does not look for.</param>
/// <param name="Strength">0 to 1, shown here and nowhere else.</param>
public sealed record WhyView(
    string Rule,
    string RuleVersion,
    DateOnly? LiveSince,
    string? NotAbout,
    double Strength,
    IReadOnlyList<Evidence> Evidence)
{
    /// <summary>How the post was drawn, in words, when no rule found it.</summary>
    public string? Drawn { get; init; }
}

/// <param name="Findings">Findings on this channel before this case.</param>
/// <param name="LeftAlone">How many of them a person left alone.</param>
/// <param name="Notices">Notices about this channel that still stand.</param>
public sealed record ChannelView(
    Channel Channel,
    string Language,
    long Posts,
    DateTimeOffset? FirstSeen,
    int Findings,
    int LeftAlone,
    int Notices);

/// <param name="First">The story was first seen here.</param>
public sealed record CopyView(
    DateTimeOffset PostedAt,
    string Channel,
    string? Handle,
    int? Subscribers,
    string Text,
    string Language,
    bool First,
    string? Case = null);

/// <summary>A post of another story that tells the same in other words.</summary>
/// <param name="Score">From the border of 0.5 up to 1; no probability.</param>
/// <param name="Names">Shared with the case's post, in this post's words.</param>
/// <param name="Numbers">Shared with the case's post.</param>
public sealed record RetellingView(
    DateTimeOffset PostedAt,
    string Channel,
    string? Handle,
    string Text,
    string Language,
    double Score,
    IReadOnlyList<string> Names,
    IReadOnlyList<string> Numbers);

/// <summary>An earlier version of the same message.</summary>
public sealed record VersionView(PostId Id, DateTimeOffset SeenAt, string Text);

/// <param name="Confirmed">A person said that it fits; otherwise it is only suggested.</param>
/// <param name="Verdict">In words.</param>
/// <param name="Judge">What a person needs to judge it; null where it can only be read.</param>
public sealed record CheckView(
    string Claim, string Verdict, string Language, string By, DateOnly? On, string? Url, bool Confirmed, MatchToJudge? Judge = null);

/// <summary>One event of the case with when it happened and who did it.</summary>
/// <param name="Mine">Done by the person who looks at the page.</param>
public sealed record HistoryLine(DateTimeOffset At, string Actor, CaseEvent Event, bool Mine = false);
