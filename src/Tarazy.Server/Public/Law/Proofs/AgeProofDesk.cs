using Microsoft.Extensions.Options;
using Tarazy.Notice;
using Tarazy.Policy.Ages.Proofs;
using Tarazy.Policy.Ages.Proofs.Demonstration;
using Tarazy.Policy.Ages.Proofs.Mdoc;
using Tarazy.Policy.Ages.Proofs.SdJwt;

namespace Tarazy.Server.Public.Law.Proofs;

/// <summary>Gives out requests and checks what comes back. It keeps hashes of open requests for minutes, in memory, and nothing else.</summary>
internal sealed class AgeProofDesk
{
    public const string Verify = "/api/age/proofs/verify";

    private readonly NonceBook _nonces;
    private readonly SdJwtAgeProof _sdJwt;
    private readonly MdocAgeProof _mdoc;
    private readonly ILogger<AgeProofDesk> _log;

    public AgeProofDesk(BelievedIssuers issuers, IOptions<NoticeOptions> desk, TimeProvider clock, ILogger<AgeProofDesk> log)
    {
        _log = log;
        _nonces = new NonceBook(Options.RequestLife, clock);
        _sdJwt = new SdJwtAgeProof(issuers.All, _nonces, Options, clock);
        _mdoc = new MdocAgeProof(issuers.All, _nonces, Options, clock);
        Issuers = [.. issuers.All.Select(issuer => issuer.Name)];
        ResponseAddress = desk.Value.PublicAddress.TrimEnd('/') + Verify;
    }

    public static AgeProofOptions Options { get; } = new();

    public IReadOnlyList<string> Issuers { get; }

    /// <summary>Where a wallet sends its answer.</summary>
    public string ResponseAddress { get; }

    /// <summary>The desk's name in the protocol (OpenID4VP 1.0 §5.9.3, the prefix that needs no registration).</summary>
    public string Audience => "redirect_uri:" + ResponseAddress;

    /// <exception cref="InvalidOperationException">Too many requests wait for an answer.</exception>
    public string GiveOut() => _nonces.GiveOut();

    public AgeProofOutcome Check(ProofForm form, int years, string token, string nonce)
    {
        var request = new AgeProofRequest(years, nonce, Audience, ResponseAddress);
        var outcome = form == ProofForm.SdJwt ? _sdJwt.Check(token, request) : _mdoc.Check(token, request);
        if (outcome.Proof is { } proof)
        {
            AgeProofLog.Proven(_log, proof.Proof.Years, proof.Proof.Over, proof.Issuer);
        }
        else
        {
            AgeProofLog.Refused(_log, outcome.Failed!.Value);
        }

        return outcome;
    }
}

/// <summary>The issuers that a decision may rest on.</summary>
internal sealed record BelievedIssuers(IReadOnlyList<TrustedIssuer> All);

/// <summary>Says that a threshold was proven, and never by whom.</summary>
internal static partial class AgeProofLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "An age threshold was proven: {Years} or over is {Over}, says {Issuer}.")]
    public static partial void Proven(ILogger log, int years, bool over, string issuer);

    [LoggerMessage(Level = LogLevel.Information, Message = "An age proof was refused at the check {Check}.")]
    public static partial void Refused(ILogger log, AgeProofCheck check);
}
