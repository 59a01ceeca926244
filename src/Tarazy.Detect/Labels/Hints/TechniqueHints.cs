using Microsoft.Extensions.Logging;
using Tarazy.Analysis.Labels;
using Tarazy.Analysis.Labels.Spans;
using Tarazy.Analysis.Text;
using Tarazy.Records.Findings;

namespace Tarazy.Detect.Labels.Hints;

/// <summary>Rhetorical techniques that a text may use. A hint where to look; nothing is decided by it.</summary>
/// <param name="Techniques">The likeliest first.</param>
/// <param name="Passages">Where, in the text; empty where it is <paramref name="Everywhere"/>.</param>
/// <param name="Everywhere">The model would mark so much of the text that a mark says nothing.</param>
public sealed record TechniqueHint(IReadOnlyList<HintedTechnique> Techniques, IReadOnlyList<Evidence> Passages, bool Everywhere, string Version);

/// <param name="Name">As the model has it, e.g. <c>loaded_language</c>.</param>
/// <param name="Chance">0 to 1: of texts with such a score in the set the model was made of, the share that use it; null where that is not known.</param>
public sealed record HintedTechnique(string Name, double? Chance);

/// <summary>
/// Hints by a model that the desk has trained itself: none is shipped, because the data that exist are not free for every use. Without
/// the files <c>techniques/techniques.model</c> and <c>techniques/techniques.spans</c> there are no hints.
/// </summary>
public sealed partial class TechniqueHints
{
    public const string Folder = "techniques";
    public const string LabelFile = "techniques.model";
    public const string SpanFile = "techniques.spans";

    /// <summary>
    /// A hint that is wrong more often than two times in three costs more time than it saves. On 615 posts that the models had not seen this
    /// raised the share of right hints from .51 to .61.
    /// </summary>
    private const double LeastChance = 1.0 / 3;

    /// <summary>
    /// Where more of a text is marked, the marks hit what people marked hardly more often than the rest of it does (1.1 times as often; 2.9
    /// times where a fifth or less is marked; the same posts).
    /// </summary>
    private const double MostMarked = 0.6;

    /// <summary>Shorter passages hit what people marked no more often than chance would.</summary>
    private const int FewestWords = 3;

    private readonly LabelOptions _options;
    private readonly ILogger _log;
    private readonly Lazy<(LabelModel Labels, SpanModel Spans)?> _models;
    private readonly Lock _gate = new();
    private readonly FoldedText _text = new();
    private readonly LabelScratch _scratch = new();

    internal TechniqueHints(LabelOptions options, ILogger<TechniqueHints> log)
    {
        (_options, _log) = (options, log);
        _models = new Lazy<(LabelModel, SpanModel)?>(Load);
    }

    /// <returns>Null when there is no model, or nothing to hint at.</returns>
    public TechniqueHint? Of(string text, string language)
    {
        if (string.IsNullOrWhiteSpace(text) || _models.Value is not var (labels, spans) || !labels.Reads(language))
        {
            return null;
        }

        // The models keep room to work in, so one text at a time.
        lock (_gate)
        {
            Span<float> scores = stackalloc float[LabelTrainer.MostLabels];
            _text.Fold(text);
            labels.Score(_text, _scratch, scores);
            var found = new List<HintedTechnique>();
            for (var i = 0; i < labels.Labels.Count; i++)
            {
                var info = labels.Labels[i];
                if ((!info.OffByDefault || _options.WeakTechniques) && scores[i] >= info.Thresholds.Best
                    && labels.Probability(i, scores[i]) is not < LeastChance and var chance)
                {
                    found.Add(new HintedTechnique(info.Name, chance));
                }
            }

            return found.Count == 0 ? null : Hint([.. found.OrderByDescending(one => one.Chance)], spans.Mark(text), text, labels.Version);
        }
    }

    /// <summary>What of the passages is worth a look.</summary>
    internal static TechniqueHint Hint(IReadOnlyList<HintedTechnique> techniques, IReadOnlyList<TextSpan> marked, string text, string version)
    {
        var everywhere = marked.Sum(span => span.End - span.Start) > MostMarked * text.Length;
        var passages = marked.Where(span => !everywhere && Words(text.AsSpan(span.Start, span.End - span.Start)) >= FewestWords);
        return new TechniqueHint(techniques, [.. passages.Select(span => new Evidence("technique", span.Start, span.End - span.Start))], everywhere, version);
    }

    private static int Words(ReadOnlySpan<char> passage)
    {
        var (words, inside) = (0, false);
        foreach (var letter in passage)
        {
            var now = char.IsLetterOrDigit(letter) || (inside && !char.IsWhiteSpace(letter));
            words += now && !inside ? 1 : 0;
            inside = now;
        }

        return words;
    }

    private (LabelModel, SpanModel)? Load()
    {
        if (_options.Folder is not { } root || !File.Exists(Path.Combine(root, Folder, LabelFile)))
        {
            return null;
        }

        try
        {
            using var labels = File.OpenRead(Path.Combine(root, Folder, LabelFile));
            using var spans = File.OpenRead(Path.Combine(root, Folder, SpanFile));
            return (LabelModel.Load(labels), SpanModel.Load(spans));
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            LogUnreadable(_log, fault);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The models of rhetorical techniques cannot be read; no hints are given.")]
    private static partial void LogUnreadable(ILogger log, Exception fault);
}
