using Tarazy.Analysis.Engine;
using Tarazy.Analysis.Language;
using Tarazy.Server.Commands.Evaluate.Scores;

namespace Tarazy.Server.Commands.Evaluate.Tasks;

/// <summary>Disguised spellings: the text as it is meant, and how surely it is disguised.</summary>
internal sealed class ObfuscationTask : IEvaluateTask
{
    private const double FlaggedFrom = 0.5;

    // What a Python prototype reached on each kind, as the highest character error rate that is accepted here.
    private static readonly (string Kind, double Error)[] Demands =
    [
        ("homoglyph_heavy", 0.075), ("homoglyph_light", 0.036), ("greek_mix", 0.075), ("zero_width", 0.034), ("combining", 0.034), ("full_width", 0.062),
        ("math_bold", 0.074), ("punct_split", 0.040), ("spaced", 0.045), ("mixed_all", 0.128), ("leet", 0.123), ("elongated", 0.105),
        ("emoji_split", 0.150), ("clean", 0.032), ("legit_mixed", 0.032),
    ];

    public string Name => "obfuscation";

    public string Description => "Restore disguised words and tell whether a text has any: reads id, text; writes id, text, score (disguised from 0.5).";

    public string? TrainingSet => null;

    public void Predict(PredictRequest request, CancellationToken cancel)
    {
        var reader = new ObfuscationReader(Languages(request.Models));
        foreach (var row in DataRows.Read(request.Files))
        {
            cancel.ThrowIfCancellationRequested();
            var (text, score) = reader.Read(row.Text("text"));
            request.To.Write(new { id = row.Id, text, score });
        }
    }

    public IEnumerable<ScoreLine> Measure(string data, CancellationToken cancel)
    {
        var file = Path.Combine(data, "obfuscation", "dev.jsonl.gz");
        if (!File.Exists(file))
        {
            yield break;
        }

        var reader = new ObfuscationReader(Languages(EngineData.Find(AppContext.BaseDirectory)));
        var errors = new SortedDictionary<string, CharErrors>(StringComparer.Ordinal);
        var scores = new List<(string Kind, double Score, bool Yes)>();
        foreach (var row in DataRows.Read(file))
        {
            cancel.ThrowIfCancellationRequested();
            var (text, score) = reader.Read(row.Text("text"));
            var kind = row.Text("kind");
            errors.TryAdd(kind, new CharErrors());
            errors[kind].Add(row.Text("original"), text);
            scores.Add((kind, score, row.Flag("obfuscated")));
        }

        foreach (var (kind, error) in errors)
        {
            var known = Array.Find(Demands, demand => demand.Kind == kind);
            yield return new ScoreLine(Name, $"character errors left, {kind}", string.Empty, known.Kind is null ? null : known.Error, error.Rate, AtMost: true);
        }

        var ranked = scores.Select(row => (row.Score, row.Yes)).ToArray();
        yield return new ScoreLine(Name, "F1, disguised or not", string.Empty, 0.897, RankedScores.F1(ranked, FlaggedFrom));
        yield return new ScoreLine(Name, "AUC, disguised or not", string.Empty, 0.891, RankedScores.Auc(ranked));
        foreach (var kind in scores.Where(row => !row.Yes).GroupBy(row => row.Kind, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            yield return new ScoreLine(Name, $"flagged, {kind.Key}", string.Empty, 0.02, kind.Average(row => row.Score >= FlaggedFrom ? 1.0 : 0), AtMost: true);
        }
    }

    private static LanguageModel Languages(string folder)
    {
        using var stream = File.OpenRead(Path.Combine(folder, EngineData.LanguageFile));
        return LanguageModel.Load(stream);
    }
}
