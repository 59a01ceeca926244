using Tarazy.Analysis.Labels;
using Tarazy.Analysis.Text;

namespace Tarazy.Server.Commands.Evaluate.Tasks.Labels;

/// <summary>Asks one model about one text after another.</summary>
internal sealed class LabelReader(LabelModel model)
{
    private readonly FoldedText _text = new();
    private readonly LabelScratch _scratch = new();
    private readonly float[] _scores = new float[model.Labels.Count];

    public LabelModel Model => model;

    /// <summary>The scores of the labels; valid until the next call.</summary>
    public ReadOnlySpan<float> Scores(string text)
    {
        _text.Fold(text);
        model.Score(_text, _scratch, _scores);
        return _scores;
    }

    /// <summary>The labels that are said: the best one where they exclude each other, else all above their threshold.</summary>
    public IReadOnlyList<string> Said(string text)
    {
        var scores = Scores(text);
        if (model.Exclusive)
        {
            return [model.Labels[model.Best(scores)].Name];
        }

        var said = new List<string>();
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] >= model.Labels[i].Thresholds.Best)
            {
                said.Add(model.Labels[i].Name);
            }
        }

        return said;
    }
}
