using System.Text.Json.Serialization;
using Tarazy.Detect.Labels.Training;
using Tarazy.Records.Findings;
using Tarazy.Records.Posts;

namespace Tarazy.Detect.Labels;

/// <summary>What happened to the desk's labels: models made, put in use and taken back; posts drawn; second opinions. Append-only.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ModelTrained), "trained")]
[JsonDerivedType(typeof(ModelPromoted), "promoted")]
[JsonDerivedType(typeof(ModelRolledBack), "rolled-back")]
[JsonDerivedType(typeof(PostsDrawn), "drawn")]
[JsonDerivedType(typeof(OpinionGiven), "opinion")]
public abstract record LabelEvent;

/// <param name="Number">1, 2, 3 ... within the label; it names the folder.</param>
/// <param name="Version">First bytes of the model's hash: findings name it.</param>
public sealed record ModelTrained(string Label, int Number, string Version, Contest Contest) : LabelEvent;

public sealed record ModelPromoted(string Label, int Number, string Reason) : LabelEvent;

/// <param name="To">The version that is in use again; 0 for none.</param>
public sealed record ModelRolledBack(string Label, int From, int To, string Reason) : LabelEvent;

/// <summary>The draw of one day.</summary>
/// <param name="UpTo">Number of the last post that it was drawn from; the next draw begins behind it.</param>
/// <param name="Pool">Posts without a finding that the random ones were drawn from.</param>
public sealed record PostsDrawn(DateOnly Day, long UpTo, int Pool, IReadOnlyList<DrawnPost> Posts) : LabelEvent;

/// <param name="Label">The label whose model chose it; null for a random one.</param>
/// <param name="Probability">With which it came to be drawn; 1 where a model chose it.</param>
public sealed record DrawnPost(PostId Post, FindingId Finding, Sampling How, string? Label, double Probability);

/// <summary>A second person's own reading of a decided post, given without seeing the first. It changes nothing for the case.</summary>
public sealed record OpinionGiven(string Case, string Label, LabelAnswer Answer) : LabelEvent;

/// <summary>How a post came before a person.</summary>
public enum Sampling
{
    /// <summary>A rule found it, or a person brought it.</summary>
    Rule,

    /// <summary>It stood at the top of a model's ranking.</summary>
    Ranked,

    /// <summary>A model was unsure about it.</summary>
    Uncertain,

    /// <summary>Drawn at random from the posts without a finding.</summary>
    Audit,
}
