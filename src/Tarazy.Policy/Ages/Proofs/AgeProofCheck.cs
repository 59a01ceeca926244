namespace Tarazy.Policy.Ages.Proofs;

/// <summary>The checks of an age proof, in the order in which they are made. The first that fails is the reason of the refusal.</summary>
public enum AgeProofCheck
{
    /// <summary>The proof is of a size and shape that can be read.</summary>
    Shape,

    /// <summary>Its type says that it is such a proof.</summary>
    Type,

    /// <summary>Its signature algorithm is on the list; <c>none</c> never is.</summary>
    Algorithm,

    /// <summary>The issuer is on the trusted list.</summary>
    Issuer,

    IssuerSignature,

    /// <summary>Issued in the past, valid now.</summary>
    Validity,

    /// <summary>The credential is of the expected kind (<c>vct</c>, document type).</summary>
    Kind,

    /// <summary>Digests are SHA-256.</summary>
    HashAlgorithm,

    /// <summary>Every disclosed value stands once under the issuer's signature, and nothing else is disclosed.</summary>
    Digests,

    /// <summary>No reserved name is disclosed and no claim is overwritten.</summary>
    Names,

    /// <summary>It carries no reference to a status list: such a list cannot be asked here, and a check that cannot be made is a no.</summary>
    Status,

    /// <summary>The holder's own signature is there.</summary>
    Holder,

    HolderSignature,

    /// <summary>Made for this desk.</summary>
    Audience,

    /// <summary>Made for this request, a moment ago.</summary>
    Nonce,

    /// <summary>Made over exactly what was sent.</summary>
    Binding,

    /// <summary>Not used before.</summary>
    Replay,

    /// <summary>Nothing but thresholds of age is shown.</summary>
    OnlyAge,

    /// <summary>The shown thresholds answer the one that was asked.</summary>
    Threshold,
}
