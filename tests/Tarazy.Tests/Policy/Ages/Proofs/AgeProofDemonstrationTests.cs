using System.Buffers.Text;
using Microsoft.Extensions.Time.Testing;
using Tarazy.Policy.Ages;
using Tarazy.Policy.Ages.Proofs;
using Tarazy.Policy.Ages.Proofs.Demonstration;
using Tarazy.Policy.Ages.Proofs.Mdoc;
using Tarazy.Policy.Ages.Proofs.SdJwt;
using Tarazy.TestKit;

namespace Tarazy.Tests.Policy.Ages.Proofs;

/// <summary>What the page shows: an honest proof is believed, each forgery is refused at its check, and none of it counts elsewhere.</summary>
public sealed class AgeProofDemonstrationTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 12, 34, 56, TimeSpan.Zero));
    private readonly AgeProofDemonstration _demonstration;

    public AgeProofDemonstrationTests() => _demonstration = new AgeProofDemonstration(_clock);

    public void Dispose() => _demonstration.Dispose();

    [Theory]
    [InlineData(ProofForm.SdJwt, Forgery.None, null)]
    [InlineData(ProofForm.SdJwt, Forgery.WrongNonce, AgeProofCheck.Nonce)]
    [InlineData(ProofForm.SdJwt, Forgery.Replayed, AgeProofCheck.Replay)]
    [InlineData(ProofForm.SdJwt, Forgery.Tampered, AgeProofCheck.Unsigned)]
    [InlineData(ProofForm.SdJwt, Forgery.UntrustedIssuer, AgeProofCheck.Issuer)]
    [InlineData(ProofForm.SdJwt, Forgery.Expired, AgeProofCheck.Validity)]
    [InlineData(ProofForm.Mdoc, Forgery.None, null)]
    [InlineData(ProofForm.Mdoc, Forgery.WrongNonce, AgeProofCheck.HolderSignature)]
    [InlineData(ProofForm.Mdoc, Forgery.Replayed, AgeProofCheck.Replay)]
    [InlineData(ProofForm.Mdoc, Forgery.Tampered, AgeProofCheck.Digests)]
    [InlineData(ProofForm.Mdoc, Forgery.UntrustedIssuer, AgeProofCheck.Issuer)]
    [InlineData(ProofForm.Mdoc, Forgery.Expired, AgeProofCheck.Validity)]
    public void Each_forgery_is_refused_at_its_check(ProofForm form, Forgery forgery, AgeProofCheck? failed)
    {
        var shown = _demonstration.Show(new ThresholdProof(16, Over: true), form, forgery);
        Assert.Equal(failed, shown.Outcome.Failed);
        Assert.Equal(failed is null ? new AgeProof(new ThresholdProof(16, true), AgeProofDemonstration.IssuerName, _clock.GetUtcNow()) : null, shown.Outcome.Proof);
        Assert.True(failed is null || shown.Checks.Contains(failed.Value));
        Assert.Equal(shown.Checks.Order(), shown.Checks);
    }

    [Theory]
    [InlineData(ProofForm.SdJwt)]
    [InlineData(ProofForm.Mdoc)]
    public void A_no_is_proven_as_well_as_a_yes(ProofForm form) =>
        Assert.Equal(new ThresholdProof(16, false), _demonstration.Show(new ThresholdProof(16, Over: false), form, Forgery.None).Outcome.Proof!.Proof);

    [Theory]
    [InlineData(ProofForm.SdJwt)]
    [InlineData(ProofForm.Mdoc)]
    public void What_the_test_issuer_signs_is_believed_nowhere_else(ProofForm form)
    {
        var shown = _demonstration.Show(new ThresholdProof(16, Over: true), form, Forgery.None);
        var shipped = TrustedIssuers.Load(Repository.Path("policies", "ages", "issuers.yaml"));
        Assert.Empty(shipped.Faults);
        Assert.DoesNotContain(shipped.Issuers, issuer => issuer.Name == AgeProofDemonstration.IssuerName);
        var nonces = new NonceBook(TimeSpan.FromMinutes(5), _clock);
        var request = new AgeProofRequest(16, nonces.GiveOut(), "desk.example");
        var outcome = form == ProofForm.SdJwt
            ? new SdJwtAgeProof(shipped.Issuers, nonces, new AgeProofOptions(), _clock).Check(shown.Sent, request)
            : new MdocAgeProof(shipped.Issuers, nonces, new AgeProofOptions(), _clock).Check(shown.Sent, request);
        Assert.Equal(AgeProofCheck.Issuer, outcome.Failed);
    }

    [Fact]
    public void Two_proofs_of_one_person_share_no_key_and_no_hour()
    {
        string Holder() => System.Text.Encoding.UTF8.GetString(Base64Url.DecodeFromChars(_demonstration.Show(new(16, true), ProofForm.SdJwt, Forgery.None).Sent.Split('.')[1]));

        var (first, second) = (Holder(), Holder());
        Assert.NotEqual(Part(first, "\"x\":"), Part(second, "\"x\":"));
        Assert.Contains($"\"iat\":{new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds()}", first, StringComparison.Ordinal);

        static string Part(string of, string from) => of[of.IndexOf(from, StringComparison.Ordinal)..][..50];
    }
}
