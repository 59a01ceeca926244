using Tarazy.Detect.Labels.Standing;

namespace Tarazy.Detect.Labels.Sentiment;

/// <summary>
/// The share of texts of a class, worked out from what a model said of them and from how often it is wrong, with a band in which it lies in
/// at least 95 of 100 cases if the model errs here as often as where it was measured, or not at all. Each is between 0 and 1, and
/// <c>Low</c> ≤ <c>Value</c> ≤ <c>High</c>.
/// </summary>
/// <remarks>
/// The value is that of Rogan and Gladen, Am J Epidemiol 107 (1978) 71-76. The band goes round two intervals: that of Lang and Reiczigel,
/// Prev Vet Med 113 (2014) 13-22, which holds the luck of few texts and that of the measurement of the errors; and Wilson's around what the
/// model said. Without the second a model that takes fewer texts for the class than it was measured to take wrongly would make a band without
/// width at 0, as if that were certain.
/// </remarks>
public readonly record struct CorrectedShare(double Value, double Low, double High)
{
    private const double Z = 1.959964;

    /// <param name="said">Texts that the model gave the class.</param>
    /// <param name="all">Texts that it read; more than none.</param>
    /// <param name="measured">How often it was right and wrong on texts that people had read.</param>
    /// <exception cref="ArgumentException">The model tells the class too badly for anything to be worked out.</exception>
    public static CorrectedShare Of(int said, int all, MeasuredClass measured)
    {
        if (!measured.CanCorrect)
        {
            throw new ArgumentException("A model that tells the class hardly better than chance corrects nothing.", nameof(measured));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(all, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(said, all);
        var value = Math.Clamp((((double)said / all) + measured.Specificity - 1) / measured.Youden, 0, 1);

        // As published: one text more of each kind in both measurements, Wilson's in the sample.
        var (texts, others, n) = (measured.Texts + 2.0, measured.Others + 2.0, all + (Z * Z));
        var found = (measured.Found + 1) / texts;
        var spared = (measured.Others - measured.Wrongly + 1) / others;
        var apparent = (said + (Z * Z / 2)) / n;
        var middle = (apparent + spared - 1) / (found + spared - 1);
        var ofFound = found * (1 - found) / texts;
        var ofSpared = spared * (1 - spared) / others;
        var variance = (apparent * (1 - apparent) / n) + (middle * middle * ofFound) + ((1 - middle) * (1 - middle) * ofSpared);
        var width = Z * Math.Sqrt(variance) / (found + spared - 1);
        var shift = 2 * Z * Z * ((middle * ofFound) - ((1 - middle) * ofSpared));
        var (low, high) = (Math.Clamp(middle + shift - width, 0, 1), Math.Clamp(middle + shift + width, 0, 1));
        var plain = new Share(said, all);
        return new CorrectedShare(value, Math.Min(Math.Min(low, plain.Low), value), Math.Max(Math.Max(high, plain.High), value));
    }
}
