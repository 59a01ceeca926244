using System.Globalization;
using Tarazy.Detect.Labels.Standing;
using Tarazy.Detect.Labels.Training;
using Tarazy.Records.Outcomes;

namespace Tarazy.Detect.Labels;

public sealed record NoSuchLabel(string Label) : Refusal
{
    public override string Code => "no-such-label";

    public override string Says => $"The desk knows no category {Label}.";

    public override IReadOnlyList<object> Facts => [Label];
}

/// <summary>Nothing is learnt of a category that two readers do not see alike.</summary>
public sealed record ReadersDisagree(string Label, double Kappa) : Refusal
{
    public override string Code => "readers-disagree";

    public override string Says => string.Create(
        CultureInfo.InvariantCulture,
        $"Two readers of the same posts agree on {Label} with kappa {Kappa:0.00}; {Agreement.Least:0.0} is the least. Say what the category means, read again, and train then. Nothing was trained.");

    public override IReadOnlyList<object> Facts => [Label, Kappa, Agreement.Least];
}

public sealed record TooFewToLearn(int Yes, int No) : Refusal
{
    public override string Code => "too-few-to-learn";

    public override string Says =>
        $"Outside the frozen set there are {Yes} posts with the label and {No} without; {LearnLabel.FewestOfEach} of each are the least. Nothing was trained.";

    public override IReadOnlyList<object> Facts => [Yes, No, LearnLabel.FewestOfEach];
}

public sealed record NoModelFolder : Refusal
{
    public override string Code => "no-model-folder";

    public override string Says => "The desk has no folder for its models. Nothing was trained.";
}

public sealed record NoSuchVersion(string Label, int Number) : Refusal
{
    public override string Code => "no-such-version";

    public override string Says => $"There is no version {Number} of {Label} that could be put in use. Nothing was changed.";

    public override IReadOnlyList<object> Facts => [Label, Number];
}

/// <summary>Only what won on the frozen set is ever put in use.</summary>
public sealed record VersionDidNotWin(string Label, int Number) : Refusal
{
    public override string Code => "version-did-not-win";

    public override string Says => $"Version {Number} of {Label} did not win on the desk's own test set, so it stays a candidate. Nothing was changed.";

    public override IReadOnlyList<object> Facts => [Label, Number];
}

public sealed record ReasonNeeded(int Most) : Refusal
{
    public override string Code => "reason-needed";

    public override string Says => $"Say why, in up to {Most} characters. Nothing was changed.";

    public override IReadOnlyList<object> Facts => [Most];
}

/// <summary>Somebody else changed the models meanwhile.</summary>
public sealed record ModelsMovedOn(string Label) : Refusal
{
    public override string Code => "models-moved-on";

    public override string Says => $"The models of {Label} have changed while you were reading. Nothing was saved; look again.";

    public override IReadOnlyList<object> Facts => [Label];
}

/// <summary>The case does not wait for a second opinion of this person.</summary>
public sealed record NoOpinionWanted(string Case) : Refusal
{
    public override string Code => "no-opinion-wanted";

    public override string Says => $"{Case} does not wait for a second opinion from you. Nothing was saved.";

    public override IReadOnlyList<object> Facts => [Case];
}
