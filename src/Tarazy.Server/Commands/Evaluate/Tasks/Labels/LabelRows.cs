using System.Text.Json;
using Tarazy.Analysis.Labels;

namespace Tarazy.Server.Commands.Evaluate.Tasks.Labels;

/// <summary>Reads rows with known labels from the training part of a data set.</summary>
internal static class LabelRows
{
    private const string Text = "text";
    private static readonly char[] Seams = ['.', '_', '-', ' '];

    /// <summary>The files of a folder that one may learn from: JSON lines whose name does not say that they are the test. Or the one file that is named.</summary>
    public static IReadOnlyList<string> Files(string folder)
    {
        if (File.Exists(folder))
        {
            return [folder];
        }

        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder).Where(Learnable).Order(StringComparer.Ordinal)]
            : throw new EvaluateRefusedException($"{folder} is not there; nothing was trained.");
    }

    /// <summary>All rows of the folder that have the field.</summary>
    public static List<LabelRow> Read(string folder, string field)
    {
        var rows = Files(folder).SelectMany(file => From(file, field)).ToList();
        return rows.Count > 0 ? rows : throw new EvaluateRefusedException($"No file of {folder} has rows with \"{field}\"; nothing was trained.");
    }

    /// <summary>The rows of one file that have the field, a text or a list of texts. A row whose answer is missing or null is none to learn from.</summary>
    public static IEnumerable<LabelRow> From(string file, string field) =>
        DataRows.Read(file)
            .Where(row => row.Fields.TryGetProperty(field, out var answer) && answer.ValueKind is JsonValueKind.String or JsonValueKind.Array)
            .Select(row => new LabelRow(row.Text(Text), row.Optional(field) is { } one ? [one] : row.Texts(field), Shares: Shares(row, "scores")));

    /// <summary>Which share of a row's readers gave a label, where they were not of one mind: <c>"scores": {"politics": 0.22}</c>.</summary>
    public static Dictionary<string, float>? Shares(DataRow row, string field)
    {
        if (!row.Fields.TryGetProperty(field, out var scores) || scores.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var shares = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var score in scores.EnumerateObject())
        {
            shares[score.Name] = score.Value.ValueKind == JsonValueKind.Number && score.Value.TryGetSingle(out var share) && share is >= 0 and <= 1
                ? share
                : throw row.Refused("has a score that is no number from 0 to 1");
        }

        return shares;
    }

    private static bool Learnable(string path)
    {
        var name = Path.GetFileName(path);
        return (name.EndsWith(".jsonl", StringComparison.Ordinal) || name.EndsWith(".jsonl.gz", StringComparison.Ordinal))
            && !name.Split(Seams).Any(word => word.Equals("test", StringComparison.OrdinalIgnoreCase) || word.Equals("heldout", StringComparison.OrdinalIgnoreCase));
    }
}
