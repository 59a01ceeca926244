namespace Tarazy.Analysis.Labels;

/// <summary>One reviewed score.</summary>
/// <param name="Weight">One over the probability with which the post came to be reviewed: an audit sample of 1 % counts 100.</param>
public readonly record struct ReviewedScore(float Score, bool Yes, double Weight = 1);

/// <summary>A score as a probability, p = 1 / (1 + exp(a·s + b)) (Platt 1999, fitted as in Lin, Lin and Weng 2007).</summary>
public readonly record struct Calibration(double A, double B)
{
    private const int Rounds = 100;

    public double Probability(float score) => 1 / (1 + Math.Exp((A * score) + B));

    /// <summary>Fits to reviewed scores, weighed so that they speak for all posts and not for those that were looked at.</summary>
    /// <returns>Null when one of the two answers is missing.</returns>
    public static Calibration? Fit(IReadOnlyCollection<ReviewedScore> reviewed)
    {
        double yes = 0, no = 0;
        foreach (var one in reviewed)
        {
            yes += one.Yes ? one.Weight : 0;
            no += one.Yes ? 0 : one.Weight;
        }

        if (yes <= 0 || no <= 0)
        {
            return null;
        }

        // The mean weight is 1, so that the softened targets count reviews and not the posts they stand for.
        var unit = reviewed.Count / (yes + no);
        var targets = (High: ((yes * unit) + 1) / ((yes * unit) + 2), Low: 1 / ((no * unit) + 2));
        double a = 0, b = Math.Log((no + 1) / (yes + 1));
        var loss = Loss(reviewed, unit, targets, a, b);
        for (var round = 0; round < Rounds; round++)
        {
            var (da, db) = Direction(reviewed, unit, targets, a, b);
            var step = 1.0;
            double next;
            while ((next = Loss(reviewed, unit, targets, a + (step * da), b + (step * db))) > loss - 1e-12 && step > 1e-10)
            {
                step /= 2;
            }

            if (step <= 1e-10)
            {
                break;
            }

            (a, b) = (a + (step * da), b + (step * db));
            loss = next;
        }

        return new Calibration(a, b);
    }

    private static double Loss(IReadOnlyCollection<ReviewedScore> reviewed, double unit, (double High, double Low) targets, double a, double b)
    {
        double loss = 0;
        foreach (var one in reviewed)
        {
            var f = (a * one.Score) + b;
            var target = one.Yes ? targets.High : targets.Low;
            // log(1 + e^f) without overflow
            loss += one.Weight * unit * (f >= 0 ? (target * f) + Math.Log(1 + Math.Exp(-f)) : ((target - 1) * f) + Math.Log(1 + Math.Exp(f)));
        }

        return loss;
    }

    /// <summary>Newton's step for the two parameters.</summary>
    private static (double A, double B) Direction(
        IReadOnlyCollection<ReviewedScore> reviewed, double unit, (double High, double Low) targets, double a, double b)
    {
        double aa = 1e-9, bb = 1e-9, ab = 0, ga = 0, gb = 0;
        foreach (var one in reviewed)
        {
            var p = 1 / (1 + Math.Exp((a * one.Score) + b));
            var curve = one.Weight * unit * p * (1 - p);
            aa += one.Score * one.Score * curve;
            bb += curve;
            ab += one.Score * curve;
            var slope = one.Weight * unit * ((one.Yes ? targets.High : targets.Low) - p);
            ga += one.Score * slope;
            gb += slope;
        }

        var determinant = (aa * bb) - (ab * ab);
        return (-((bb * ga) - (ab * gb)) / determinant, -((aa * gb) - (ab * ga)) / determinant);
    }
}
