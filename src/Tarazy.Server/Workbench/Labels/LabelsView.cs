using Tarazy.Detect.Labels;
using Tarazy.Detect.Labels.Standing;
using Tarazy.Detect.Labels.Training;
using Tarazy.Records.Outcomes;
using Tarazy.Records.Posts;

namespace Tarazy.Server.Workbench.Labels;

/// <summary>Every category: where it stands, what it needs, how its models do.</summary>
/// <param name="Opinions">Decided posts that wait for the reader's second opinion.</param>
/// <param name="Made">The card of a version that was just made.</param>
public sealed record LabelsView(
    IReadOnlyList<LabelStanding> Labels, int Opinions, IReadOnlyList<Refusal> Refusals, string? Refused = null, LabelCard? Made = null);

/// <summary>A decided post, shown without what was decided.</summary>
/// <param name="Asked">The category that it is asked about; the random look asks whether there is anything at all.</param>
public sealed record SecondView(LabelDecision? Asked, Post? Post, int Waiting, IReadOnlyList<Refusal> Refusals);
