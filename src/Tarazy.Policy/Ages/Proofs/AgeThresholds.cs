using System.Globalization;

namespace Tarazy.Policy.Ages.Proofs;

/// <summary>
/// The thresholds that a proof shows, and the nearest-age rule of ISO/IEC 18013-5 over them: <c>age_over_MM = true</c> with MM ≥ NN proves
/// NN, <c>false</c> with MM ≤ NN disproves it; anything else leaves it open.
/// </summary>
internal sealed class AgeThresholds
{
    private const int Oldest = 120;

    private readonly Dictionary<int, bool> _shown = [];

    /// <param name="over">Null when the value is neither true nor false.</param>
    public void Add(string years, bool? over)
    {
        var read = int.TryParse(years, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Oldest;
        RefusedProofException.Unless(read && over is not null, AgeProofCheck.Answer, "A threshold is no age, or its answer is neither true nor false.");
        RefusedProofException.Unless(_shown.TryAdd(number, over!.Value), AgeProofCheck.Answer, "A threshold is shown twice.");
    }

    public ThresholdProof Answer(int asked)
    {
        var least = _shown.Where(one => one.Value).Select(one => one.Key).DefaultIfEmpty(0).Max();
        var below = _shown.Where(one => !one.Value).Select(one => one.Key).DefaultIfEmpty(int.MaxValue).Min();
        RefusedProofException.Unless(least < below, AgeProofCheck.Answer, "The thresholds contradict each other.");
        if (least >= asked)
        {
            return new ThresholdProof(asked, Over: true);
        }

        return below <= asked
            ? new ThresholdProof(asked, Over: false)
            : throw new RefusedProofException(AgeProofCheck.Threshold, "The thresholds that are shown do not answer the one that was asked.");
    }
}
