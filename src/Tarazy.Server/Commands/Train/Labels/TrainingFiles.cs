using Tarazy.Analysis.Labels;
using Tarazy.Server.Commands.Evaluate;
using Tarazy.Server.Commands.Evaluate.Tasks.Labels;

namespace Tarazy.Server.Commands.Train.Labels;

/// <summary>Gathers the rows that a label model is made of, and what their folders say of origin and licence.</summary>
/// <param name="field">Field with the answer; null tries <c>labels</c>, then <c>label</c>.</param>
/// <param name="where">Conditions <c>field=value</c> that a row must meet.</param>
/// <param name="nothing">The label that stands for having none.</param>
/// <param name="group">Field by which rows stay together.</param>
/// <param name="shares">Field with the shares of readers who gave a label; null where there is none.</param>
internal sealed class TrainingFiles(string? field, IReadOnlyList<string> where, string? nothing, string? group, string? shares)
{
    private readonly List<LabelRow> _rows = [];
    private readonly List<ModelData> _data = [];
    private readonly (string Field, string Value)[] _where = [.. where.Select(Condition)];

    public IReadOnlyList<LabelRow> Rows => _rows;

    public IReadOnlyList<ModelData> Data => _data;

    public void Labelled(DirectoryInfo folder)
    {
        var before = _rows.Count;
        foreach (var row in LabelRows.Files(folder.FullName).SelectMany(DataRows.Read).Where(Wanted))
        {
            var labels = Answer(row);
            _rows.Add(new LabelRow(row.Text("text"), [.. labels.Where(label => label != nothing)], Group: group is null ? null : row.Optional(group), Shares: shares is null ? null : LabelRows.Shares(row, shares)));
        }

        Note(folder, _rows.Count - before, where.Count > 0 ? $", rows with {string.Join(", ", where)}" : string.Empty);
    }

    public void Benign(DirectoryInfo folder, int every)
    {
        var before = _rows.Count;
        foreach (var row in LabelRows.Files(folder.FullName).SelectMany(DataRows.Read).Where((row, i) => i % every == 0))
        {
            _rows.Add(new LabelRow(ScamRows.Plain(row.Text("text")), []));
        }

        Note(folder, _rows.Count - before, ", as posts without the labels");
    }

    private static (string, string) Condition(string one) =>
        one.Split('=', 2) is [var name, var value] ? (name, value) : throw new InvalidDataException($"\"{one}\" is not field=value; nothing was trained.");

    private bool Wanted(DataRow row) => _where.All(condition => row.Optional(condition.Field) == condition.Value);

    private IReadOnlyList<string> Answer(DataRow row)
    {
        foreach (var name in field is null ? (string[])["labels", "label"] : [field])
        {
            if (row.Fields.TryGetProperty(name, out _))
            {
                return row.Optional(name) is { } one ? [one] : row.Texts(name);
            }
        }

        throw row.Refused($"has no \"{field ?? "label\" or \"labels"}\"");
    }

    private void Note(DirectoryInfo folder, int rows, string which) => _data.Add(DataOf(folder, rows, which));

    /// <summary>Origin and licence stand in the folder's own notes as "- Source: ..." and "- Licence: ...".</summary>
    public static ModelData DataOf(DirectoryInfo folder, int rows, string which)
    {
        var notes = Path.Combine(folder.FullName, "README.md");
        string[] lines = File.Exists(notes) ? [.. File.ReadLines(notes).Take(100)] : [];
        string Said(string name) => lines.FirstOrDefault(line => line.StartsWith($"- {name}: ", StringComparison.Ordinal))?[(name.Length + 4)..] ?? "not stated";
        return new ModelData(folder.Name + which, Said("Source"), Said("Licence"), rows);
    }
}
