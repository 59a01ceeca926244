using Tarazy.Records.Posts;

namespace Tarazy.Records.Findings;

/// <summary>Why a post deserves a reviewer's time. Never a verdict.</summary>
/// <param name="Rule">Name of the rule, e.g. <c>mercenary-recruitment</c>.</param>
/// <param name="RuleVersion">First bytes of the hash of the rule as it stood, in hex: an old finding shows its own rule.</param>
/// <param name="Summary">What the rule says in plain words.</param>
/// <param name="Strength">0 to 1; shown as low, medium or high, the number only under <em>Why</em>.</param>
/// <param name="Shadow">Made by a rule that is being tried out: counted, never queued.</param>
public sealed record Finding(
    FindingId Id,
    PostId Post,
    ChannelId Channel,
    StoryId? Story,
    string Rule,
    string RuleVersion,
    HarmId Harm,
    string Summary,
    IReadOnlyList<Evidence> Evidence,
    double Strength,
    bool Shadow,
    string Language,
    DateTimeOffset At);

/// <summary>The words that caused a finding, in the reader's own text.</summary>
/// <param name="Slot">What the words stand for: offer, place, pay, contact ...</param>
/// <param name="Start">First UTF-16 unit of the span in <see cref="Posts.Post.Text"/>.</param>
/// <param name="Length">UTF-16 units.</param>
/// <param name="Restored">The plain spelling, when the author's was disguised.</param>
public sealed record Evidence(string Slot, int Start, int Length, string? Restored = null);
