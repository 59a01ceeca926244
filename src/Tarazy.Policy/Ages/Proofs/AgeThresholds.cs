namespace Tarazy.Policy.Ages.Proofs;

/// <summary>
/// The nearest-age rule of ISO 18013-5: <c>age_over_MM = true</c> with MM ≥ NN proves NN, <c>false</c> with MM ≤ NN disproves it; anything
/// else leaves it open.
/// </summary>
internal static class AgeThresholds
{
    public static ThresholdProof Answer(int asked, IReadOnlyDictionary<int, bool> shown)
    {
        if (shown.Any(one => one.Value && one.Key >= asked))
        {
            return new ThresholdProof(asked, Over: true);
        }

        return shown.Any(one => !one.Value && one.Key <= asked)
            ? new ThresholdProof(asked, Over: false)
            : throw new RefusedProofException(AgeProofCheck.Threshold, "The thresholds that are shown do not answer the one that was asked.");
    }
}
