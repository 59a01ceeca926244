using Tarazy.Analysis.Labels;
using Tarazy.Analysis.Text;

namespace Tarazy.Server.Commands.Evaluate.Tasks.Labels;

/// <summary>Nested cross-validation: each part is answered by a model that learnt, and chose its thresholds, on the other parts alone.</summary>
internal static class CrossValidation
{
    /// <param name="parts">Into how many parts the rows are cut, by a hash of their text, so that equal texts stay together.</param>
    /// <param name="used">How many of them are answered: fewer where learning takes long.</param>
    public static IEnumerable<(LabelRow Row, IReadOnlyList<string> Said)> Run(
        IReadOnlyList<LabelRow> rows, LabelTrainerOptions options, int parts, int used, CancellationToken cancel)
    {
        for (var part = 0; part < used; part++)
        {
            cancel.ThrowIfCancellationRequested();
            var reader = new LabelReader(LabelTrainer.Train([.. rows.Where(row => PartOf(row.Text, parts) != part)], options).Model);
            foreach (var row in rows.Where(row => PartOf(row.Text, parts) == part))
            {
                yield return (row, reader.Said(row.Text));
            }
        }
    }

    public static int PartOf(string text, int parts) => (int)((TokenHash.Of(text) >> 33) % (ulong)parts);
}
