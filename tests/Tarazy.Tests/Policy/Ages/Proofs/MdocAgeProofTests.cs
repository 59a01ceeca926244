using System.Security.Cryptography;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Tarazy.Policy.Ages;
using Tarazy.Policy.Ages.Proofs;
using Tarazy.Policy.Ages.Proofs.Mdoc;

namespace Tarazy.Tests.Policy.Ages.Proofs;

/// <summary>Every check of an mdoc age proof, each with a document that fails it and nothing else.</summary>
public sealed class MdocAgeProofTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly NonceBook _nonces;
    private readonly MdocWallet _wallet;

    public MdocAgeProofTests()
    {
        _nonces = new NonceBook(TimeSpan.FromMinutes(5), _clock);
        _wallet = new MdocWallet(_clock.GetUtcNow());
        _wallet.Items.Add(("age_over_18", true));
    }

    public static TheoryData<AgeProofCheck, int> Forgeries => [.. Forged.SelectMany(pair => pair.Value.Select((_, at) => (pair.Key, at)))];

    private static Dictionary<AgeProofCheck, Action<MdocWallet>[]> Forged { get; } = new()
    {
        [AgeProofCheck.Shape] = [w => w.Documents = 2, w => w.Documents = 0, w => w.NameSpaces = 2],
        [AgeProofCheck.WalletStatus] = [w => w.Status = 10, w => w.Status = 20],
        [AgeProofCheck.Type] = [w => w.DocType = "org.iso.18013.5.1.mDL", w => w.NameSpace = "org.iso.18013.5.1"],
        [AgeProofCheck.Algorithm] = [w => w.IssuerHash = HashAlgorithmName.SHA512, w => w.Curve = 2],
        [AgeProofCheck.Issuer] = [w => w.WithoutChain = true, w => w.OwnRoot = true],
        [AgeProofCheck.SignerUse] = [w => w.Usage = "1.3.6.1.5.5.7.3.1"],
        [AgeProofCheck.SignerValidity] = [w => w.SignerUntil = -1],
        [AgeProofCheck.IssuerSignature] = [w => w.OtherSigner = true],
        [AgeProofCheck.Version] = [w => w.Version = "2.0"],
        [AgeProofCheck.Validity] = [w => w.ValidUntil = w.ValidFrom, w => w.ValidFrom = w.ValidUntil, w => w.Signed = w.ValidFrom.AddDays(1)],
        [AgeProofCheck.Kind] = [w => w.SignedDocType = "org.iso.18013.5.1.mDL"],
        [AgeProofCheck.HashAlgorithm] = [w => w.DigestAlgorithm = "SHA-1"],
        [AgeProofCheck.Digests] = [w => w.ForgeItem = true],
        [AgeProofCheck.Holder] = [w => w.WithoutHolder = true],
        [AgeProofCheck.HolderSignature] =
        [
            w => w.Request = request => request with { Nonce = "other" }, w => w.Request = request => request with { Audience = "other" }, w => w.Request = request => request with { ResponseAddress = "other" },
        ],
        [AgeProofCheck.OnlyAge] = [w => w.Items.Add(("given_name", "Invented")), w => w.Added = true],
        [AgeProofCheck.Answer] =
        [
            w => w.Items[0] = ("age_over_18", "yes"), w => w.Items[0] = ("age_over_x", true), w => w.Items.Add(("age_over_16", false)), w => w.Items.Add(("age_over_18", true)),
        ],
        [AgeProofCheck.Threshold] = [w => w.Items[0] = ("age_over_16", true), w => w.Items[0] = ("age_over_21", false)],
    };

    [Fact]
    public void Every_check_has_a_forgery_and_the_one_of_time_its_own_test() =>
        Assert.Equal(MdocAgeProof.Checks.Where(check => check != AgeProofCheck.Replay), Forged.Keys.Order());

    [Theory]
    [InlineData(18, true, true)]
    [InlineData(16, true, true)]
    [InlineData(18, false, false)]
    [InlineData(21, false, false)]
    public void A_document_answers_the_threshold(int asked, bool shown, bool over)
    {
        _wallet.Items[0] = ("age_over_18", shown);
        Assert.Equal(new AgeProof(new ThresholdProof(asked, over), "Invented issuer", _clock.GetUtcNow()), Check(asked).Proof);
    }

    [Theory]
    [MemberData(nameof(Forgeries))]
    public void A_forged_document_fails_at_its_own_check(AgeProofCheck check, int forgery)
    {
        Forged[check][forgery](_wallet);
        var outcome = Check(18);
        Assert.Null(outcome.Proof);
        Assert.Equal(check, outcome.Failed);
        Assert.DoesNotContain("Invented", outcome.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_is_good_once()
    {
        var request = Ask(18);
        var response = _wallet.Present(request);
        Assert.NotNull(Verifier().Check(response, request).Proof);
        Assert.Equal(AgeProofCheck.Replay, Verifier().Check(response, request).Failed);
    }

    [Fact]
    public void Broken_bytes_are_refused_and_never_thrown() => Gen.Byte.Array[0, 400].Sample(
        bytes => Assert.Null(Verifier().Check(bytes, new AgeProofRequest(18, "n", "d")).Proof), iter: 2000);

    [Fact]
    public void A_document_with_any_byte_changed_proves_nothing_new() => Gen.Select(Gen.Int[0, 5000], Gen.Byte[1, 255]).Sample(
        change =>
        {
            var request = Ask(18);
            var response = _wallet.Present(request);
            response[change.Item1 % response.Length] ^= change.Item2;
            var proof = Verifier().Check(response, request).Proof;
            Assert.True(proof is null || proof.Proof == new ThresholdProof(18, true));
        },
        iter: 300);

    public void Dispose() => _wallet.Dispose();

    private AgeProofRequest Ask(int years) => new(years, _nonces.GiveOut(), "redirect_uri:https://desk.example", "https://desk.example/age/answer");

    private AgeProofOutcome Check(int years)
    {
        var request = Ask(years);
        return Verifier().Check(_wallet.Present(request), request);
    }

    private MdocAgeProof Verifier() => new([new TrustedIssuer("Invented issuer", null, _wallet.Anchor)], _nonces, new AgeProofOptions(), _clock);
}
