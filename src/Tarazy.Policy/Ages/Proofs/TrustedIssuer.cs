using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Tarazy.Policy.Ages.Proofs;

/// <summary>Somebody whose age proofs are believed, as an admin put them on the list.</summary>
/// <param name="Name">The <c>iss</c> of its SD-JWTs, and the name under which its proofs are counted.</param>
/// <param name="Key">Public P-256 key as SubjectPublicKeyInfo; for SD-JWT.</param>
/// <param name="Anchor">Root certificate of its document signers; for mdoc.</param>
/// <param name="From">The first day on which it is believed; null for always.</param>
/// <param name="To">The first day on which it no longer is.</param>
/// <param name="Source">Where the key was taken from.</param>
/// <param name="Test">An issuer for trying things out; no real decision rests on its proofs.</param>
public sealed record TrustedIssuer(
    string Name, byte[]? Key, X509Certificate2? Anchor, DateOnly? From = null, DateOnly? To = null, string? Source = null, bool Test = false)
{
    /// <summary>Whether it is on the list on a day.</summary>
    public bool IsOn(DateOnly day) => !(day < From) && !(day >= To);

    internal ECDsa OpenKey()
    {
        var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Key, out _);
        return key;
    }
}

/// <summary>How proofs are checked.</summary>
public sealed class AgeProofOptions
{
    /// <summary>Kinds of SD-JWT credentials that are taken (<c>vct</c>).</summary>
    public IReadOnlyList<string> CredentialTypes { get; set; } = ["urn:eu.europa.ec.av.1", "urn:eudi:age:1"];

    /// <summary>Longest proof in characters or bytes. The default is 64 KB.</summary>
    public int MostBytes { get; set; } = 64 * 1024;

    /// <summary>Disclosures of one SD-JWT. The default is 40.</summary>
    public int MostDisclosures { get; set; } = 40;

    /// <summary>How far the clocks of wallet and desk may differ. The default is a minute.</summary>
    public TimeSpan Skew { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a request can be answered. The default is five minutes.</summary>
    public TimeSpan RequestLife { get; set; } = TimeSpan.FromMinutes(5);
}
