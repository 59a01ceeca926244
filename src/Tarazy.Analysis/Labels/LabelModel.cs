using Tarazy.Analysis.Labels.Features;
using Tarazy.Analysis.Labels.Files;
using Tarazy.Analysis.Language;
using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Labels;

/// <summary>What a model is, besides its weights.</summary>
internal sealed record LabelModelAbout(string Name, IReadOnlyList<string> Languages, bool Exclusive, FeatureSet Features);

/// <summary>
/// A small linear model that says how much a post is like the texts a label was given to. It makes a finding, never a decision.
/// Safe for many threads, each with a <see cref="LabelScratch"/> of its own.
/// </summary>
public sealed class LabelModel
{
    /// <summary>Languages that are never written in Cyrillic, of those that models were made for.</summary>
    private static readonly string[] WrittenInLatin = ["de", "en", "es", "fr", "it", "pl", "tr"];

    private readonly Weighing _weighing;
    private readonly LabelInfo[] _labels;
    private readonly Lazy<string> _version;
    private readonly bool _latin;

    internal LabelModel(LabelModelAbout about, LabelInfo[] labels, Weighing weighing, LabelWeights weights)
    {
        About = about;
        _labels = labels;
        _weighing = weighing;
        _latin = about.Languages.Count > 0 && about.Languages.All(WrittenInLatin.Contains);
        Weights = weights;
        if (!about.Features.Prefixes)
        {
            weights.Put(weighing.Idf);
        }

        _version = new Lazy<string>(() => LabelFile.VersionOf(this));
    }

    public IReadOnlyList<LabelInfo> Labels => _labels;

    public string Name => About.Name;

    /// <summary>Languages of the posts it is asked about; none means any.</summary>
    public IReadOnlyList<string> Languages => About.Languages;

    public FeatureSet Features => About.Features;

    /// <summary>Whether a post has exactly one of the labels: then <see cref="Best"/> says which.</summary>
    public bool Exclusive => About.Exclusive;

    /// <summary>First bytes of the hash of the model, in hex: a finding names the model as it stood.</summary>
    public string Version => _version.Value;

    internal LabelModelAbout About { get; }

    internal LabelWeights Weights { get; }

    internal Weighing Weighing => _weighing;

    /// <exception cref="InvalidDataException">The file is cut short, changed, or no label model; nothing was loaded.</exception>
    public static LabelModel Load(Stream stream) => LabelFile.Read(stream);

    /// <summary>Writes what <see cref="Load"/> reads (<c>docs/formats/label-model.md</c>); the stream stays open.</summary>
    public void Save(Stream stream) => LabelFile.Write(this, stream);

    /// <summary>Whether a post in this language is its own; of unknown ones all are, but for those whose letters rule its languages out.</summary>
    /// <param name="language">As it was read in the text.</param>
    public bool Reads(FoldedText text, string language) =>
        Reads(language) && !(language == LanguageGuess.Unknown && _latin && text.MoreCyrillic);

    /// <summary>Whether posts in this language are its own; one whose language is unknown is everybody's.</summary>
    public bool Reads(string language)
    {
        var languages = About.Languages;
        for (var i = 0; i < languages.Count; i++)
        {
            if (languages[i] == language)
            {
                return true;
            }
        }

        return languages.Count == 0 || language == LanguageGuess.Unknown;
    }

    /// <summary>The score of every label. Allocates nothing once the scratch is warm.</summary>
    /// <param name="scores">As long as <see cref="Labels"/> or longer.</param>
    public void Score(FoldedText text, LabelScratch scratch, Span<float> scores)
    {
        if (Features.Prefixes)
        {
            ScoreFast(text, scratch, scores);
            return;
        }

        Span<float> sums = stackalloc float[Weights.Lanes];
        sums.Clear();
        _weighing.WeighBlocks(text, scratch, Weights.Idf, Weights.Lanes);
        RowSums.Add(Weights.Bytes, Weights.Lanes, scratch.Rows, scratch.Values, sums);
        Span<float> style = stackalloc float[StyleSigns.Count];
        style = style[..Features.StyleRows];
        _weighing.Style(text, style);
        for (var i = 0; i < _labels.Length; i++)
        {
            scores[i] = (sums[i] * Weights.Scales[i]) + Weights.Biases[i];
            for (var sign = 0; sign < style.Length; sign++)
            {
                scores[i] += style[sign] * Weights.Style[(i * style.Length) + sign];
            }
        }
    }

    /// <summary>The label of a model whose labels exclude each other.</summary>
    public int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var i = 1; i < _labels.Length; i++)
        {
            best = scores[i] - _labels[i].Thresholds.Best > scores[best] - _labels[best].Thresholds.Best ? i : best;
        }

        return best;
    }

    /// <summary>The probability behind a score, or null while the label is not calibrated: then only its rank may be shown.</summary>
    public double? Probability(int label, float score) => _labels[label].Calibration?.Probability(score);

    /// <summary>The words that speak most for a label, as spans of the original text, the strongest first.</summary>
    public IReadOnlyList<LabelWord> Explain(FoldedText text, LabelScratch scratch, int label, int most = 8) =>
        Explanation.Of(this, text, scratch, label, most);

    /// <summary>The same model with other knowledge of its labels: wording, thresholds, a calibration on reviewed posts.</summary>
    public LabelModel With(IReadOnlyList<LabelInfo> labels) =>
        labels.Count == _labels.Length && labels.Select(label => label.Name).SequenceEqual(_labels.Select(label => label.Name), StringComparer.Ordinal)
            ? new LabelModel(About, [.. labels], _weighing, Weights)
            : throw new ArgumentException("The labels of a model stay what they are; only what is known of them may change.", nameof(labels));

    private void ScoreFast(FoldedText text, LabelScratch scratch, Span<float> scores)
    {
        Span<int> sums = stackalloc int[Weights.Lanes];
        sums.Clear();
        scratch.ReadSequence(text, Features);
        RowSums.Add(Weights.Bytes, Weights.Lanes, scratch.Rows, sums);
        var length = 1 / MathF.Sqrt(Math.Max(1, scratch.Rows.Length));
        for (var i = 0; i < _labels.Length; i++)
        {
            scores[i] = (sums[i] * length * Weights.Scales[i]) + Weights.Biases[i];
        }
    }
}
