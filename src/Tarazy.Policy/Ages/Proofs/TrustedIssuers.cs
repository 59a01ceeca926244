using Tarazy.Policy.Loading;

namespace Tarazy.Policy.Ages.Proofs;

/// <summary>The list of issuers whose age proofs are believed, as a file.</summary>
public static class TrustedIssuers
{
    /// <summary>Reads one list. An issuer with a fault is left out; the others stand.</summary>
    public static TrustedIssuersLoad Load(string file, PackLimits? limits = null) => LoadIssuers.From(file, limits ?? new PackLimits());
}

/// <summary>What was read, and everything that is wrong with the rest.</summary>
public sealed record TrustedIssuersLoad(IReadOnlyList<TrustedIssuer> Issuers, IReadOnlyList<PackFault> Faults);
