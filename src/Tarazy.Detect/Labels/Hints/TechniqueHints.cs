using Microsoft.Extensions.Logging;
using Tarazy.Analysis.Labels;
using Tarazy.Analysis.Labels.Spans;
using Tarazy.Analysis.Text;
using Tarazy.Records.Findings;

namespace Tarazy.Detect.Labels.Hints;

/// <summary>Rhetorical techniques that a text may use. A hint where to look; nothing is decided by it.</summary>
/// <param name="Techniques">Names as the model has them, e.g. <c>loaded_language</c>, the strongest first.</param>
/// <param name="Passages">Where, in the text.</param>
public sealed record TechniqueHint(IReadOnlyList<string> Techniques, IReadOnlyList<Evidence> Passages, string Version);

/// <summary>
/// Hints by a model that the desk has trained itself: none is shipped, because the data that exist are not free for every use. Without
/// the files <c>techniques/techniques.model</c> and <c>techniques/techniques.spans</c> there are no hints.
/// </summary>
public sealed partial class TechniqueHints
{
    public const string Folder = "techniques";
    public const string LabelFile = "techniques.model";
    public const string SpanFile = "techniques.spans";

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
            var found = new List<(string Name, float Over)>();
            for (var i = 0; i < labels.Labels.Count; i++)
            {
                var info = labels.Labels[i];
                if ((!info.OffByDefault || _options.WeakTechniques) && scores[i] >= info.Thresholds.Best)
                {
                    found.Add((info.Name, scores[i] - info.Thresholds.Best));
                }
            }

            return found.Count == 0 ? null : new TechniqueHint(
                [.. found.OrderByDescending(one => one.Over).Select(one => one.Name)],
                [.. spans.Mark(text).Select(span => new Evidence("technique", span.Start, span.End - span.Start))],
                labels.Version);
        }
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
