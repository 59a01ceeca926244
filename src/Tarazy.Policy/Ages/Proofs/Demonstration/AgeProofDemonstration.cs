using System.Buffers.Text;
using System.Security.Cryptography;
using Tarazy.Policy.Ages.Proofs.Mdoc;
using Tarazy.Policy.Ages.Proofs.SdJwt;

namespace Tarazy.Policy.Ages.Proofs.Demonstration;

/// <summary>Forms of a proof that are checked.</summary>
public enum ProofForm
{
    SdJwt,
    Mdoc,
}

/// <summary>What a forger tries.</summary>
public enum Forgery
{
    None,

    /// <summary>A proof that was made for another request.</summary>
    WrongNonce,

    /// <summary>A good proof, sent a second time.</summary>
    Replayed,

    /// <summary>The other answer in place of the signed one.</summary>
    Tampered,

    /// <summary>An issuer that is on no list.</summary>
    UntrustedIssuer,

    /// <summary>A credential whose time is over.</summary>
    Expired,
}

/// <summary>One proof from its issuing to its check.</summary>
/// <param name="Sent">The proof as it was sent, the mdoc in base64url.</param>
/// <param name="Checks">The checks of this form, in their order.</param>
public sealed record ShownProof(ProofForm Form, Forgery Forgery, ThresholdProof Issued, string Issuer, string Nonce, string Sent, AgeProofOutcome Outcome, IReadOnlyList<AgeProofCheck> Checks);

/// <summary>
/// Shows a proof of age from end to end: an issuer of its own, a wallet that lives for one call, and the same checks that real proofs go
/// through. It shares neither list nor requests with them, so nothing that it issues is believed anywhere else.
/// </summary>
public sealed class AgeProofDemonstration(TimeProvider clock) : IDisposable
{
    public const string IssuerName = "urn:tarazy:test-issuer";

    private const string StrangerName = "urn:tarazy:stranger";
    private const string Audience = "urn:tarazy:demonstration";

    private readonly TestIssuer _issuer = new(IssuerName, clock.GetUtcNow());
    private readonly TestIssuer _stranger = new(StrangerName, clock.GetUtcNow());
    private readonly AgeProofOptions _options = new();
    private readonly NonceBook _nonces = new(new AgeProofOptions().RequestLife, clock);

    /// <exception cref="InvalidOperationException">Too many requests wait for an answer.</exception>
    public ShownProof Show(ThresholdProof issued, ProofForm form, Forgery forgery)
    {
        using var holder = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new AgeProofRequest(issued.Years, _nonces.GiveOut(), Audience, Audience);
        var signedFor = forgery == Forgery.WrongNonce ? request with { Nonce = RandomNumberGenerator.GetHexString(request.Nonce.Length, lowercase: true) } : request;
        var issuer = forgery == Forgery.UntrustedIssuer ? _stranger : _issuer;
        var credential = Credential(issued, forgery == Forgery.Expired);
        var sent = form == ProofForm.SdJwt ? SdJwt(issuer, credential, signedFor, holder, forgery) : Mdoc(issuer, credential, signedFor, holder, forgery);
        var outcome = Check(form, sent, request);
        if (forgery == Forgery.Replayed)
        {
            outcome = Check(form, sent, request);
        }

        return new ShownProof(form, forgery, issued, issuer.Name, request.Nonce, sent, outcome, form == ProofForm.SdJwt ? SdJwtAgeProof.Checks : MdocAgeProof.Checks);
    }

    public void Dispose()
    {
        _issuer.Dispose();
        _stranger.Dispose();
    }

    private TestCredential Credential(ThresholdProof issued, bool expired)
    {
        var today = new DateTimeOffset(clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
        return expired ? new(issued, today.AddDays(-40), today.AddDays(-10)) : new(issued, today, today.AddDays(30));
    }

    private string SdJwt(TestIssuer issuer, TestCredential credential, AgeProofRequest request, ECDsa holder, Forgery forgery)
    {
        var proof = TestSdJwt.Issue(issuer, credential, holder);
        return (forgery == Forgery.Tampered ? proof.Tampered(credential) : proof).Present(request, holder, clock.GetUtcNow());
    }

    private static string Mdoc(TestIssuer issuer, TestCredential credential, AgeProofRequest request, ECDsa holder, Forgery forgery)
    {
        var proof = TestMdoc.Issue(issuer, credential, holder);
        return Base64Url.EncodeToString((forgery == Forgery.Tampered ? proof.Tampered(credential) : proof).Present(request, holder));
    }

    private AgeProofOutcome Check(ProofForm form, string sent, AgeProofRequest request)
    {
        var listed = _issuer.Listed();
        using (listed.Anchor)
        {
            return form == ProofForm.SdJwt
                ? new SdJwtAgeProof([listed], _nonces, _options, clock).Check(sent, request)
                : new MdocAgeProof([listed], _nonces, _options, clock).Check(Base64Url.DecodeFromChars(sent), request);
        }
    }
}
