using System.Globalization;
using System.Text.Json;
using Tarazy.Analysis.Labels.Spans;
using Tarazy.Server.Commands.Evaluate.Scores;

namespace Tarazy.Server.Commands.Evaluate.Tasks.Labels;

/// <summary>The passages of a post that use a rhetorical technique, and how much the whole post is like those that do.</summary>
internal sealed class SpansTask : IEvaluateTask
{
    private const string Set = "manipulation-unlp2025";
    private const int Parts = 5;
    private const int Used = 2;

    public string Name => "spans";

    public string Description =>
        "Passages that use a rhetorical technique, for rows {id, text}: writes {id, spans, score}, half-open spans in code points. --train names a folder with rows that have \"spans\" and \"manipulative\".";

    public string? TrainingSet => Set;

    public void Predict(PredictRequest request, CancellationToken cancel)
    {
        var folder = request.Training(Name);
        var learnt = Rows(folder.FullName).ToList();
        request.Learning(learnt.Count);
        var model = SpanTrainer.Train(learnt);
        foreach (var row in DataRows.Read(request.Files))
        {
            cancel.ThrowIfCancellationRequested();
            var text = row.Text("text");
            var spans = model.Mark(text).Select(span => (int[])[CodePoints(text, span.Start), CodePoints(text, span.End)]);
            request.To.Write(new { id = row.Id, spans, score = Math.Round(model.Score(text), 5) });
        }
    }

    public IEnumerable<ScoreLine> Measure(string data, CancellationToken cancel)
    {
        var folder = Path.Combine(data, Set);
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        var rows = Rows(folder).ToList();
        var scores = new SpanScores();
        var ranked = new List<(double Score, bool Yes)>();
        for (var part = 0; part < Used; part++)
        {
            cancel.ThrowIfCancellationRequested();
            var model = SpanTrainer.Train([.. rows.Where(row => CrossValidation.PartOf(row.Text, Parts) != part)]);
            foreach (var row in rows.Where(row => CrossValidation.PartOf(row.Text, Parts) == part))
            {
                scores.Add(row.Spans.Select(span => (span.Start, span.End)), model.Mark(row.Text).Select(span => (span.Start, span.End)));
                ranked.Add((model.Score(row.Text), row.Yes));
            }
        }

        var how = string.Create(CultureInfo.InvariantCulture, $"{Used} of {Parts} folds; precision {scores.Precision:0.00}, recall {scores.Recall:0.00}");
        yield return new ScoreLine(Name, $"F1 over characters, {how}", "XLM-R .605; Gemma-2 .64", 0.54, scores.F1);
        yield return new ScoreLine(Name, "AUC, is the post manipulative", "none", 0.81, RankedScores.Auc(ranked));
        var top = ranked.OrderByDescending(one => one.Score).Take(100).Count(one => one.Yes) / 100.0;
        yield return new ScoreLine(Name, "precision of the first 100 posts", "none", null, top);
    }

    internal static IEnumerable<SpanRow> Rows(string folder) =>
        LabelRows.Files(folder).SelectMany(DataRows.Read).Where(row => row.Fields.TryGetProperty("spans", out var spans) && spans.ValueKind == JsonValueKind.Array).Select(row =>
        {
            var text = row.Text("text");
            return new SpanRow(text, [.. row.Fields.GetProperty("spans").EnumerateArray().Select(span => Units(row, text, span))], row.Flag("manipulative"));
        });

    /// <summary>A span in code points as one in UTF-16 units.</summary>
    private static TextSpan Units(DataRow row, string text, JsonElement span)
    {
        if (span.ValueKind != JsonValueKind.Array || span.GetArrayLength() != 2 || !span[0].TryGetInt32(out var from) || !span[1].TryGetInt32(out var to) || from > to)
        {
            throw row.Refused("has a span that is not [start, end)");
        }

        return new TextSpan(Utf16(text, from), Utf16(text, to));
    }

    private static int Utf16(string text, int codePoints)
    {
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (codePoints-- <= 0)
            {
                break;
            }

            at += rune.Utf16SequenceLength;
        }

        return at;
    }

    private static int CodePoints(string text, int units)
    {
        var count = 0;
        foreach (var rune in text.AsSpan(0, units).EnumerateRunes())
        {
            count++;
        }

        return count;
    }
}
