namespace Tarazy.Policy.Ages.Proofs;

/// <summary>The checks of an age proof, in the order in which they are made. The first that fails is the reason of the refusal.</summary>
public enum AgeProofCheck
{
    /// <summary>The proof is of a size and shape that can be read.</summary>
    Shape,

    /// <summary>The wallet answered, and not with an error (status 0).</summary>
    WalletStatus,

    /// <summary>Its type says that it is such a proof.</summary>
    Type,

    /// <summary>Its signature algorithm is on the list; <c>none</c> never is. It demands no extension that is not known here.</summary>
    Algorithm,

    /// <summary>The issuer is on the trusted list on that day.</summary>
    Issuer,

    /// <summary>The issuer's certificate is one for signing such documents (extended key usage).</summary>
    SignerUse,

    /// <summary>The issuer's certificates are valid now.</summary>
    SignerValidity,

    IssuerSignature,

    /// <summary>What the issuer signed is of the version that is read here.</summary>
    Version,

    /// <summary>Issued in the past, valid now.</summary>
    Validity,

    /// <summary>The credential is of the expected kind (<c>vct</c>, document type).</summary>
    Kind,

    /// <summary>Digests are SHA-256.</summary>
    HashAlgorithm,

    /// <summary>The digest of every disclosed value stands exactly once under the issuer's signature.</summary>
    Digests,

    /// <summary>No reserved name is disclosed.</summary>
    Names,

    /// <summary>No disclosure overwrites a claim.</summary>
    Overwriting,

    /// <summary>Nothing is disclosed that the issuer did not sign.</summary>
    Unsigned,

    /// <summary>It carries no reference to a status list: such a list cannot be asked here, and a check that cannot be made is a no.</summary>
    Status,

    /// <summary>The holder's own signature is there, and of the right type.</summary>
    Holder,

    HolderSignature,

    /// <summary>Made for this desk.</summary>
    Audience,

    /// <summary>Made for this request.</summary>
    Nonce,

    /// <summary>Made a moment ago.</summary>
    Fresh,

    /// <summary>Made over exactly what was sent.</summary>
    Binding,

    /// <summary>The request was given out here, minutes ago, and was not answered before.</summary>
    Replay,

    /// <summary>Nothing but thresholds of age is shown.</summary>
    OnlyAge,

    /// <summary>Each threshold is an age and is answered with true or false, without contradiction.</summary>
    Answer,

    /// <summary>The shown thresholds answer the one that was asked.</summary>
    Threshold,
}
