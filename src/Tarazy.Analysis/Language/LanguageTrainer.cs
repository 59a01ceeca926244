namespace Tarazy.Analysis.Language;

/// <summary>
/// Makes a language model from texts: naive Bayes over all runs (Dirichlet prior), corrected by softmax regression on the telling
/// ones, then 8 bits a weight. Rare runs keep only their vote.
/// </summary>
public static class LanguageTrainer
{
    /// <summary>Weights beyond this are cut before they are made 8 bits wide: odds of e to the 15th need no more.</summary>
    private const float Clip = 15;

    /// <param name="rows">Texts of 2 or more languages, each with its code.</param>
    /// <exception cref="ArgumentException">The rows have fewer languages than two, or more than a model can know.</exception>
    public static LanguageModel Train(IReadOnlyList<LanguageRow> rows, LanguageTrainerOptions options)
    {
        string[] codes = [.. rows.Select(row => row.Code).Distinct().Order(StringComparer.Ordinal)];
        if (codes.Length is < 2 or > LanguageLanes.MostLanguages)
        {
            throw new ArgumentException($"A model knows 2 to {LanguageLanes.MostLanguages} languages; the rows have {codes.Length}.", nameof(rows));
        }

        var texts = LearntTexts.Read(codes, rows);
        var lanes = LaneChoice.Of(texts, options.FewestTexts);
        var counts = new RunCounts(texts, lanes, options.Prior);
        var table = new RunTable(options.Bits, options.VoteBits);
        var rare = new List<int>();
        var placed = Place(texts, counts, table, rare);
        var corrections = SoftmaxDescent.Learn(texts, lanes, placed, options);
        const float Scale = Clip / sbyte.MaxValue;
        Pack(counts, placed, corrections, options.Correction, table, Scale);
        return new LanguageModel(lanes, table, Scale, Votes(texts, counts, rare, table, options.Vote / Scale), options.Bounds, options.Close);
    }

    /// <summary>The most telling runs get rows; the others, in the same order, are left for votes.</summary>
    private static int[] Place(LearntTexts texts, RunCounts counts, RunTable table, List<int> rare)
    {
        var tells = new double[texts.Runs.Count];
        var order = new int[tells.Length];
        for (var run = 0; run < order.Length; run++)
        {
            order[run] = run;
            tells[run] = -counts.Tells(run);
        }

        Array.Sort(tells, order, Comparer<double>.Default);
        var placed = new int[order.Length];
        foreach (var run in order)
        {
            placed[run] = table.Place(texts.Runs[run]);
            if (placed[run] < 0)
            {
                rare.Add(run);
            }
        }

        return placed;
    }

    private static void Pack(RunCounts counts, int[] placed, float[] corrections, float times, RunTable table, float scale)
    {
        Span<double> bayes = stackalloc double[RunTable.Lanes];
        for (var run = 0; run < placed.Length; run++)
        {
            if (placed[run] < 0)
            {
                continue;
            }

            counts.Weights(run, bayes);
            var at = placed[run] * RunTable.Lanes;
            for (var lane = 0; lane < RunTable.Lanes; lane++)
            {
                var weight = (bayes[lane] + (times * corrections[at + lane])) / scale;
                table.Rows[at + lane] = (sbyte)Math.Clamp(Math.Round(weight), -sbyte.MaxValue, sbyte.MaxValue);
            }
        }
    }

    /// <summary>Places the votes of the rare runs; a vote weighs what the lane's rare runs tell on the average.</summary>
    private static int[] Votes(LearntTexts texts, RunCounts counts, List<int> rare, RunTable table, float times)
    {
        var sums = new double[LanguageLanes.Sums];
        var runs = new int[LanguageLanes.Sums];
        Span<double> weights = stackalloc double[RunTable.Lanes];
        foreach (var run in rare)
        {
            var script = texts.Scripts[run];
            counts.Weights(run, weights);
            var best = 0;
            double others = 0;
            var lanes = 0;
            for (var lane = 0; lane < weights.Length; lane++)
            {
                if (counts.Used(script, lane))
                {
                    best = weights[lane] > weights[best] || !counts.Used(script, best) ? lane : best;
                    others += weights[lane];
                    lanes++;
                }
            }

            if (best == 0 || lanes < 2)
            {
                continue;
            }

            table.PlaceVote(texts.Runs[run], best);
            var at = ((int)script * RunTable.Lanes) + best;
            sums[at] += weights[best] - ((others - weights[best]) / (lanes - 1));
            runs[at]++;
        }

        var votes = new int[LanguageLanes.Sums];
        for (var i = 0; i < votes.Length; i++)
        {
            votes[i] = runs[i] == 0 ? 0 : (int)Math.Round(times * sums[i] / runs[i]);
        }

        return votes;
    }
}
