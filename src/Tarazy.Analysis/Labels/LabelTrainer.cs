using Tarazy.Analysis.Labels.Features;
using Tarazy.Analysis.Labels.Learning;

namespace Tarazy.Analysis.Labels;

/// <summary>Makes a label model from texts with known labels, and says how good it is.</summary>
public static class LabelTrainer
{
    /// <summary>Most labels of one model.</summary>
    public const int MostLabels = 32;

    /// <exception cref="InvalidDataException">Nothing can be learnt from these rows; the sentence says why.</exception>
    public static LabelTraining Train(IReadOnlyList<LabelRow> rows, LabelTrainerOptions options)
    {
        string[] labels = [.. options.Labels ?? [.. rows.SelectMany(row => row.Labels).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]];
        Check(rows, labels, options);
        var learnt = Learn(rows, labels, options, out var weighing, out var examples);
        if (options.Joint && !options.Exclusive && labels.Length > 1)
        {
            learnt = JointScores.Of(learnt, examples.Yes);
        }

        var thresholds = examples.Thresholds(learnt.LeftOut);
        var infos = labels.Select((name, i) => Info(name, examples.Yes[i].Count(yes => yes), thresholds[i], examples.Calibrate(i, learnt.LeftOut[i])));
        var model = Packing.Pack(options, [.. infos], weighing, examples.Rows.TableRows, learnt);
        return new LabelTraining(model, examples.Report(learnt, thresholds));
    }

    private static Learnt Learn(IReadOnlyList<LabelRow> rows, string[] labels, LabelTrainerOptions options, out Weighing weighing, out Examples examples)
    {
        var all = options.Misspellings ? Misspelling.WithCopies(rows, options.Seed) : rows;
        string[] texts = [.. all.Select(row => row.Text)];
        weighing = Weighing.Learn(texts, options.Features);
        var share = new WordShare(options.Features, options.WordShare);
        var features = SparseRows.Of(texts, options.Features, weighing, share);
        examples = new Examples(all, labels, features, options);
        var learnt = UsesKernel(all.Count, options) ? RidgeLearning.Learn(examples) : DescentLearning.Learn(examples);
        share.Fold(learnt, features.TableRows);
        if (options.Misspellings)
        {
            examples = new Examples(rows, labels, features, options);
            learnt = learnt with { LeftOut = Array.ConvertAll(learnt.LeftOut, scores => scores[..rows.Count]) };
        }

        return learnt;
    }

    internal static bool UsesKernel(int rows, LabelTrainerOptions options) =>
        options.Learner == LabelLearner.KernelRidge || (options.Learner == LabelLearner.Auto && rows <= options.KernelRows);

    private static LabelInfo Info(string name, int positives, LabelThresholds thresholds, Calibration? calibration)
    {
        var (says, harm, off) = LabelWordings.Of(name);
        return new LabelInfo(name, says, harm, off, positives, thresholds, calibration);
    }

    private static void Check(IReadOnlyList<LabelRow> rows, string[] labels, LabelTrainerOptions options)
    {
        if (!options.Features.IsSound)
        {
            throw new InvalidDataException("The set of features is out of its limits; nothing was trained.");
        }

        if (labels.Length is 0 or > MostLabels)
        {
            throw new InvalidDataException($"A model has 1 to {MostLabels} labels; these rows have {labels.Length}. Nothing was trained.");
        }

        foreach (var label in labels)
        {
            var yes = rows.Count(row => row.Labels.Contains(label, StringComparer.Ordinal));
            if (yes < 2 || yes > rows.Count - 2)
            {
                throw new InvalidDataException($"\"{label}\" has {yes} of {rows.Count} rows; two with it and two without it are the least. Nothing was trained.");
            }
        }

        var learnt = options.Misspellings ? rows.Count * 2 : rows.Count;
        if (UsesKernel(learnt, options) && learnt > 12_000)
        {
            throw new InvalidDataException($"Kernel ridge takes 12,000 rows at most, copies included; these are {learnt}. Nothing was trained.");
        }
    }
}
