using System.Text.Json.Serialization;
using Tarazy.Records.Findings;
using Tarazy.Records.Posts;

namespace Tarazy.Detect.FactChecks.Matching;

/// <summary>What happened to a match of a story and a fact-check. The machine suggests; a person confirms or says that it is not the same.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(MatchSuggested), "suggested")]
[JsonDerivedType(typeof(MatchConfirmed), "confirmed")]
[JsonDerivedType(typeof(MatchRejected), "rejected")]
public abstract record FactCheckEvent(string Match);

/// <param name="Rating">As it stood, with who gave it: an old suggestion shows what was known then.</param>
public sealed record MatchSuggested(
    string Match,
    string FactCheck,
    StoryId Story,
    PostId Post,
    ChannelId Channel,
    string Language,
    double Probability,
    IReadOnlyList<Evidence> Shared,
    string Publisher,
    string Rating) : FactCheckEvent(Match);

public sealed record MatchConfirmed(string Match, string By) : FactCheckEvent(Match);

public sealed record MatchRejected(string Match, string By) : FactCheckEvent(Match);

public enum MatchStatus
{
    Suggested,
    Confirmed,
    Rejected,
}
