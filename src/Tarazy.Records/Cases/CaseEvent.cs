using System.Text.Json.Serialization;
using Tarazy.Records.Findings;
using Tarazy.Records.Posts;

namespace Tarazy.Records.Cases;

/// <summary>What happened to a case. A case is what its events say, in order.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(CaseOpened), "opened")]
[JsonDerivedType(typeof(FindingJoined), "finding-joined")]
[JsonDerivedType(typeof(CaseClaimed), "claimed")]
[JsonDerivedType(typeof(CaseReleased), "released")]
[JsonDerivedType(typeof(NoteAdded), "note-added")]
[JsonDerivedType(typeof(HarmNamed), "harm-named")]
[JsonDerivedType(typeof(DecisionMade), "decided")]
[JsonDerivedType(typeof(DecisionUndone), "decision-undone")]
[JsonDerivedType(typeof(SecondReaderAgreed), "second-reader-agreed")]
[JsonDerivedType(typeof(SecondReaderDiffered), "second-reader-differed")]
[JsonDerivedType(typeof(CaseReopened), "reopened")]
public abstract record CaseEvent(CaseId Case);

/// <param name="Number">What people call it, e.g. <c>C-2026-0042</c>.</param>
/// <param name="Finding">What opened it; null when a tip or a person did.</param>
public sealed record CaseOpened(
    CaseId Case,
    string Number,
    PostId Post,
    ChannelId Channel,
    StoryId? Story,
    FindingId? Finding,
    HarmId Harm,
    string Summary,
    Priority Priority,
    string Language,
    DateTimeOffset DueAt) : CaseEvent(Case);

/// <summary>Another finding on the same post or story came in while the case was open.</summary>
public sealed record FindingJoined(CaseId Case, FindingId Finding, PostId Post) : CaseEvent(Case);

public sealed record CaseClaimed(CaseId Case, ReviewerId By, DateTimeOffset Until) : CaseEvent(Case);

public sealed record CaseReleased(CaseId Case, ReviewerId By) : CaseEvent(Case);

public sealed record NoteAdded(CaseId Case, ReviewerId By, string Text) : CaseEvent(Case);

/// <summary>A person read the post as another harm than the one under which it was opened, or found one where it was opened at random.</summary>
public sealed record HarmNamed(CaseId Case, ReviewerId By, HarmId Harm) : CaseEvent(Case);

/// <param name="UndoUntil">Until then the decision can be taken back and nothing follows from it.</param>
public sealed record DecisionMade(CaseId Case, ReviewerId By, Decision Decision, DateTimeOffset UndoUntil) : CaseEvent(Case);

public sealed record DecisionUndone(CaseId Case, ReviewerId By) : CaseEvent(Case);

/// <summary>Another person read the case without seeing the decision and came to the same rung and clause.</summary>
public sealed record SecondReaderAgreed(CaseId Case, ReviewerId By, string? Remark, AgreedDecision Agreed) : CaseEvent(Case);

/// <summary>All that the next stage needs to make a notice, so that it reads this one event and no other.</summary>
/// <param name="Version">Version of the case that was decided on: with the case it names the notice.</param>
public sealed record AgreedDecision(
    Decision Decision,
    ReviewerId Decider,
    int Version,
    string CaseNumber,
    ChannelId Channel,
    IReadOnlyList<PostId> Posts,
    DateTimeOffset DetectedAt);

/// <summary>Another person came to something else. The case is open again and shows both readings.</summary>
public sealed record SecondReaderDiffered(CaseId Case, ReviewerId By, Measure Measure, ClauseRef? Clause, string Reasons) : CaseEvent(Case);

public sealed record CaseReopened(CaseId Case, ReviewerId By, string Reason) : CaseEvent(Case);

/// <summary>How soon a case should be read. A number stands behind it only under <em>Why</em>.</summary>
public enum Priority
{
    Low,
    Medium,
    High,
}
