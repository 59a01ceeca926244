using Tarazy.Analysis.Text;
using Tarazy.Records.Findings;

namespace Tarazy.Analysis.Labels;

/// <summary>A label whose score in a post is above the threshold from which four of five are right. It says what the post is like, never what it is.</summary>
/// <param name="Evidence">The words that weigh most, in the reader's own text.</param>
/// <param name="Strength">0 to 1, calibrated on the texts the model was made of and not on the desk's.</param>
public sealed record LabelHit(LabelModel Model, LabelInfo Label, float Score, double Strength, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>The name under which findings and counts know it, beside the names of rules.</summary>
    public string Rule => $"label:{Model.Name}/{Label.Name}";
}

/// <summary>Asks the models of a desk about posts. One instance a thread; nothing is allocated for a post without a hit.</summary>
internal sealed class LabelLook(IReadOnlyList<LabelModel> models)
{
    private const int EvidenceWords = 8;

    private readonly LabelScratch _scratch = new();

    public void Look(FoldedText text, string language, List<LabelHit> into)
    {
        Span<float> scores = stackalloc float[LabelTrainer.MostLabels];
        for (var i = 0; i < models.Count; i++)
        {
            var model = models[i];
            if (!model.Reads(text, language))
            {
                continue;
            }

            model.Score(text, _scratch, scores);
            for (var label = 0; label < model.Labels.Count; label++)
            {
                var info = model.Labels[label];
                if (!info.OffByDefault && scores[label] >= info.Thresholds.Precise)
                {
                    into.Add(Hit(model, label, scores[label], text));
                }
            }
        }
    }

    private LabelHit Hit(LabelModel model, int label, float score, FoldedText text)
    {
        var words = model.Explain(text, _scratch, label, EvidenceWords);
        Evidence[] evidence = [.. words.OrderBy(word => word.Start).Select(word => new Evidence(model.Labels[label].Name, word.Start, word.Length))];
        return new LabelHit(model, model.Labels[label], score, model.Probability(label, score) ?? 0.5, evidence);
    }
}
