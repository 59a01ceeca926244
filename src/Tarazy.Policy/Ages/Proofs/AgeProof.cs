namespace Tarazy.Policy.Ages.Proofs;

/// <summary>All that is kept of a proof: the answer, who vouches for it, and when it was checked. Nothing in it leads to a person.</summary>
public sealed record AgeProof(ThresholdProof Proof, string Issuer, DateTimeOffset At);

/// <summary>What the desk asked for.</summary>
/// <param name="Years">The threshold.</param>
/// <param name="Nonce">As <see cref="NonceBook"/> gave it out.</param>
/// <param name="Audience">The desk's own name in the protocol: client id.</param>
/// <param name="ResponseAddress">Where the answer is to be sent; part of what an mdoc signs.</param>
public sealed record AgeProofRequest(int Years, string Nonce, string Audience, string ResponseAddress = "");

/// <summary>Proven, or refused with the check that failed.</summary>
public sealed record AgeProofOutcome
{
    private AgeProofOutcome(AgeProof? proof, AgeProofCheck? failed, string? says) => (Proof, Failed, Says) = (proof, failed, says);

    public AgeProof? Proof { get; }

    public AgeProofCheck? Failed { get; }

    /// <summary>One English sentence on what was wrong; it never repeats what the proof holds.</summary>
    public string? Says { get; }

    public static AgeProofOutcome Proven(AgeProof proof) => new(proof, null, null);

    internal static AgeProofOutcome Refused(RefusedProofException refusal) => new(null, refusal.Check, refusal.Message);
}

/// <summary>A check that failed; ends the checking.</summary>
internal sealed class RefusedProofException(AgeProofCheck check, string says) : Exception(says)
{
    public AgeProofCheck Check { get; } = check;

    public static void Unless(bool holds, AgeProofCheck check, string says)
    {
        if (!holds)
        {
            throw new RefusedProofException(check, says);
        }
    }
}
