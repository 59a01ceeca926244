using Tarazy.Analysis.Claims;
using Tarazy.Records.Findings;
using Tarazy.Records.Outcomes;
using Tarazy.Records.Posts;
using Tarazy.Server.Workbench.Cases;

namespace Tarazy.Server.Workbench.FactChecks;

/// <summary>What a person needs to judge a match.</summary>
/// <param name="Open">Nobody has judged it yet.</param>
/// <param name="Words">Those that the post shares with the fact-check, as the post writes them.</param>
/// <param name="Clashes">Numbers in which the two differ.</param>
public sealed record MatchToJudge(string Match, int Version, bool Open, IReadOnlyList<string> Words, IReadOnlyList<NumberClash> Clashes);

/// <summary>The list of matches that wait.</summary>
/// <param name="Checks">Fact-checks that the desk has.</param>
public sealed record FactChecksView(IReadOnlyList<WaitingCheck> Waiting, int Checks, IReadOnlyList<Refusal> Refusals);

/// <summary>A post and the fact-check that it may repeat.</summary>
public sealed record WaitingCheck(Post Post, Channel Channel, string Language, IReadOnlyList<Evidence> Shared, CheckView Check);
