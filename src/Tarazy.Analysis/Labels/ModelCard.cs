using System.Globalization;
using System.Text;

namespace Tarazy.Analysis.Labels;

/// <summary>A set of texts a model was made of, as its own notes state it.</summary>
public sealed record ModelData(string Name, string Source, string Licence, int Rows);

/// <summary>Writes the card that lies beside a model: what it is made of, what it may be used for, how well it does.</summary>
public static class ModelCard
{
    /// <param name="command">The command that makes the model again.</param>
    public static string Of(LabelTraining training, IReadOnlyList<ModelData> data, string command, DateOnly made)
    {
        var (model, report) = (training.Model, training.Report);
        var card = new StringBuilder();
        card.Append(CultureInfo.InvariantCulture, $"# Label model: {model.Name}\n\n");
        card.Append(CultureInfo.InvariantCulture, $"Version {model.Version}, made on {made:yyyy-MM-dd}. Languages: {(model.Languages.Count == 0 ? "any" : string.Join(", ", model.Languages))}. ");
        card.Append("It says what a post is like, never what it is: a hint to look, with the words that weigh most. It decides nothing about a post, a channel or a person, ");
        card.Append("and its probabilities are of the texts below, not of a desk's posts.\n\n");
        card.Append(CultureInfo.InvariantCulture, $"- **Reads**: {Reads(model.Features)}\n- **Labels**: {(model.Exclusive ? "a text has exactly one" : "a text has any number")}\n\n");
        card.Append(CultureInfo.InvariantCulture, $"## Make it again\n```\n{command}\n```\nOne seed gives one file on one kind of machine.\n\n");
        card.Append("## Data and licences\n| set | rows | licence | source |\n| --- | --- | --- | --- |\n");
        foreach (var set in data)
        {
            card.Append(CultureInfo.InvariantCulture, $"| {set.Name} | {set.Rows} | {set.Licence} | {set.Source} |\n");
        }

        card.Append("\nThe texts themselves are not in this repository.\n\n");
        Scores(card, training);
        return card.ToString();
    }

    private static void Scores(StringBuilder card, LabelTraining training)
    {
        var report = training.Report;
        card.Append(CultureInfo.InvariantCulture, $"## Scores\nOn {report.Rows} texts by models that had not seen them ({report.Method}). ");
        card.Append("Thresholds were chosen on the same scores, so read them as slightly too good. *Precise* is the recall where four of five are right.\n\n");
        card.Append("| label | says | texts | precision | recall | F1 | recall, precise | |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        for (var i = 0; i < report.Labels.Count; i++)
        {
            var (score, info) = (report.Labels[i], training.Model.Labels[i]);
            card.Append(
                CultureInfo.InvariantCulture,
                $"| {score.Name} | {info.Says} | {score.Positives} | {score.Precision:0.000} | {score.Recall:0.000} | {score.F1:0.000} | {score.RecallPrecise:0.000} | {(info.OffByDefault ? "off by default" : "")} |\n");
        }

        card.Append(CultureInfo.InvariantCulture, $"\nMean F1 {report.MacroF1:0.000}.\n");
    }

    private static string Reads(FeatureSet set)
    {
        var parts = new List<string>();
        if (set.Prefixes)
        {
            parts.Add($"words, pairs and beginnings of words in a table of 2^{set.WordBits} rows");
        }

        if (set.CharsTo > 0)
        {
            parts.Add($"letter runs of {set.CharsFrom} to {set.CharsTo} in 2^{set.CharBits} rows");
        }

        if (set.Words)
        {
            parts.Add($"words and pairs in 2^{set.WordBits} rows");
        }

        if (set.StemLength > 0)
        {
            parts.Add($"words cut to {set.StemLength} letters{(set.Jumbles ? " and with their inner letters sorted" : "")} in 2^{set.WordBits} rows");
        }

        if (set.Style > 0)
        {
            parts.Add("twelve signs of style");
        }

        return string.Join("; ", parts);
    }
}
