using System.ComponentModel.DataAnnotations;

namespace Tarazy.Analysis.Labels;

/// <summary>How a linear model is learnt.</summary>
public enum LabelLearner
{
    /// <summary>Kernel ridge up to <see cref="LabelTrainerOptions.KernelRows"/> rows, logistic regression above.</summary>
    Auto = 0,
    KernelRidge = 1,
    Logistic = 2,
    SupportVectors = 3,
}

/// <summary>What the choice between labels that exclude each other is tuned for.</summary>
public enum LabelAim
{
    /// <summary>The mean F1: a rare label counts as much as a frequent one.</summary>
    MeanF1 = 0,

    /// <summary>Being right most often, which is rarely by a rare label.</summary>
    Accuracy = 1,
}

/// <summary>How a label model is made.</summary>
public sealed class LabelTrainerOptions
{
    /// <summary>The name under which the model is kept. The default is <c>labels</c>.</summary>
    public string Name { get; set; } = "labels";

    /// <summary>Languages (ISO 639-1) of the posts it is asked about; none means any.</summary>
    public IReadOnlyList<string> Languages { get; set; } = [];

    /// <summary>What is read in a text. The default is <see cref="FeatureSet.Quality"/>.</summary>
    public FeatureSet Features { get; set; } = FeatureSet.Quality;

    /// <summary>Learns every text a second time with letters changed over inside of words, so that misspelt ones are found too. The default is false.</summary>
    public bool Misspellings { get; set; }

    /// <summary>The labels to learn, in this order; null takes all that the rows have, sorted.</summary>
    public IReadOnlyList<string>? Labels { get; set; }

    /// <summary>Whether a text has exactly one of the labels.</summary>
    public bool Exclusive { get; set; }

    /// <summary>What labels that exclude each other are set off against each other for. The default is the mean F1.</summary>
    public LabelAim Aim { get; set; }

    /// <summary>
    /// Lets each label's score hear those of the others, as <c>JointScores</c> says. Helps where labels come in company; not for labels
    /// of which a text has exactly one. The default is false.
    /// </summary>
    public bool Joint { get; set; }

    public LabelLearner Learner { get; set; }

    /// <summary>Kernel ridge needs memory and time for the square and cube of the rows. The default is 5,000.</summary>
    [Range(2, 12_000)]
    public int KernelRows { get; set; } = 5_000;

    /// <summary>Ridge of kernel ridge. The default is 1.</summary>
    [Range(0.01, 100)]
    public float Lambda { get; set; } = 1;

    /// <summary>
    /// How much words and their pairs, as they are written, count in learning beside letter runs and stems, each of which counts 1. Texts
    /// are few and most of their words rare: letters and stems carry over to texts that come later, the words themselves less. The default is 1.
    /// </summary>
    [Range(0.01, 10)]
    public float WordShare { get; set; } = 1;

    /// <summary>Cost of an error in dual coordinate descent. The default is 0.3.</summary>
    [Range(0.0001, 100)]
    public float Cost { get; set; } = 0.3f;

    /// <summary>Whether dual coordinate descent lets rare and frequent answers count the same. The default is true.</summary>
    public bool Balanced { get; set; } = true;

    /// <summary>Rounds of dual coordinate descent at most. The default is 20.</summary>
    [Range(1, 1000)]
    public int Rounds { get; set; } = 20;

    /// <summary>Parts into which rows are cut to get scores from models that had not seen them. Kernel ridge leaves out each group instead. The default is 5.</summary>
    [Range(2, 50)]
    public int Folds { get; set; } = 5;

    /// <summary>Share of posts that a queue can hold, for <see cref="LabelThresholds.Queue"/>. The default is 0.02.</summary>
    [Range(0.0001, 1)]
    public double QueueShare { get; set; } = 0.02;

    /// <summary>Threads at most. The default is 2.</summary>
    [Range(1, 64)]
    public int Threads { get; set; } = 2;

    /// <summary>Seeds the parts and the order of rows. One seed, one set of rows, one model.</summary>
    public ulong Seed { get; set; } = 20_26;
}
