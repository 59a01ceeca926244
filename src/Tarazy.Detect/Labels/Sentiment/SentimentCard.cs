using System.Text.Json.Serialization;

namespace Tarazy.Detect.Labels.Sentiment;

/// <summary>What a desk's model of sentiment is made of and how often it is wrong. It lies beside the model as JSON; without it the model is not asked.</summary>
/// <param name="Language">ISO 639-1 code of the posts it reads.</param>
/// <param name="Version">First bytes of the model's hash: the card is of that model and no other.</param>
/// <param name="Learnt">Texts that it learnt from; those it was measured on are not among them.</param>
public sealed record SentimentCard(
    string Language,
    string Version,
    DateOnly Made,
    IReadOnlyList<SentimentSource> Data,
    int Learnt,
    MeasuredClass Negative,
    MeasuredClass Positive)
{
    /// <summary>The classes that are shown, by the names that the models give them.</summary>
    public const string NegativeLabel = "negative";

    /// <summary>See <see cref="NegativeLabel"/>.</summary>
    public const string PositiveLabel = "positive";

    /// <summary>Whether its counts can have been counted.</summary>
    [JsonIgnore]
    public bool IsSound => Negative.IsSound && Positive.IsSound && Language.Length > 0 && Data.Count > 0;
}

/// <summary>A set of texts that a model was made of and measured on, as its own notes state it.</summary>
public sealed record SentimentSource(string Name, string Source, string Licence, int Rows);

/// <summary>How a model told one class, on texts that people had read and it had not seen.</summary>
/// <param name="Texts">Texts of the class.</param>
/// <param name="Found">Of those, how many the model gave it.</param>
/// <param name="Others">Texts of all other classes.</param>
/// <param name="Wrongly">Of those, how many the model gave the class.</param>
public sealed record MeasuredClass(int Texts, int Found, int Others, int Wrongly)
{
    /// <summary>Fewer texts than this on either side are no measurement.</summary>
    private const int FewestTexts = 50;

    /// <summary>Below this every error of the sample would be made four times as large and more, and the band would fill the chart.</summary>
    private const double LeastYouden = 0.25;

    /// <summary>Of the texts of the class, the share that is found; 0 to 1.</summary>
    [JsonIgnore]
    public double Sensitivity => Texts == 0 ? 0 : (double)Found / Texts;

    /// <summary>Of the other texts, the share that is not taken for the class; 0 to 1.</summary>
    [JsonIgnore]
    public double Specificity => Others == 0 ? 0 : 1 - ((double)Wrongly / Others);

    /// <summary>Youden's index: 1 is always right, 0 is chance.</summary>
    [JsonIgnore]
    public double Youden => Sensitivity + Specificity - 1;

    /// <summary>Whether a share can be worked out from what the model says.</summary>
    [JsonIgnore]
    public bool CanCorrect => IsSound && Texts >= FewestTexts && Others >= FewestTexts && Youden >= LeastYouden;

    internal bool IsSound => Found >= 0 && Found <= Texts && Wrongly >= 0 && Wrongly <= Others;
}
