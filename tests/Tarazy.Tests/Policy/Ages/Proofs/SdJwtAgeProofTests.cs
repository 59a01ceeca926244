using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Tarazy.Policy.Ages;
using Tarazy.Policy.Ages.Proofs;
using Tarazy.Policy.Ages.Proofs.SdJwt;

namespace Tarazy.Tests.Policy.Ages.Proofs;

/// <summary>Every check of an SD-JWT age proof, each with a token that fails it and nothing else.</summary>
public sealed class SdJwtAgeProofTests : IDisposable
{
    private const string Desk = "desk.example";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly NonceBook _nonces;
    private readonly SdJwtWallet _wallet;

    public SdJwtAgeProofTests()
    {
        _nonces = new NonceBook(TimeSpan.FromMinutes(5), _clock);
        _wallet = new SdJwtWallet(_clock.GetUtcNow());
    }

    public static TheoryData<AgeProofCheck, string> Forgeries =>
    [
        .. Forged.SelectMany(pair => pair.Value.Select((_, at) => (pair.Key, pair.Key + " " + at.ToString(System.Globalization.CultureInfo.InvariantCulture)))),
    ];

    /// <summary>Check by check, in their order: what a forger changes, and nothing else.</summary>
    private static Dictionary<AgeProofCheck, Action<SdJwtWallet>[]> Forged { get; } = new()
    {
        [AgeProofCheck.Shape] = [w => w.ChangeSent = _ => "x", w => w.ChangeSent = _ => "a.b.c~", w => w.ChangeSent = s => s + new string('~', 80_000), w => w.ChangeSent = s => "." + s],
        [AgeProofCheck.Type] = [w => w.Header["typ"] = "JWT", w => w.Header["typ"] = "vc+sd-jwt", w => w.Header.Remove("typ")],
        [AgeProofCheck.Algorithm] =
        [
            w => w.Header["alg"] = "none", w => w.Header["alg"] = "HS256", w => w.HolderHeader["alg"] = "none", w => w.Payload["cnf"]!["jwk"]!["crv"] = "P-384",
            w => w.Header["crit"] = new JsonArray("b64"),
        ],
        [AgeProofCheck.Issuer] = [w => w.Payload["iss"] = "https://forger.example", w => w.Payload.Remove("iss")],
        [AgeProofCheck.IssuerSignature] = [w => w.ChangeSent = ChangePayload],
        [AgeProofCheck.Validity] =
        [
            w => w.Payload["exp"] = w.Seconds(-120), w => w.Payload.Remove("exp"), w => w.Payload["nbf"] = w.Seconds(120), w => w.Payload["iat"] = w.Seconds(120), w => w.Payload["exp"] = "soon",
        ],
        [AgeProofCheck.Kind] = [w => w.Payload["vct"] = "urn:library:card", w => w.Payload.Remove("vct")],
        [AgeProofCheck.HashAlgorithm] = [w => w.Payload["_sd_alg"] = "md5"],
        [AgeProofCheck.Digests] =
        [
            w => w.Smuggled.Add(SdJwtWallet.Disclosure(("age_over_18", true))),
            w => w.Payload["_sd"] = new JsonArray(SdJwtWallet.Digest(SdJwtWallet.Disclosure(("age_over_18", true))), SdJwtWallet.Digest(SdJwtWallet.Disclosure(("age_over_18", true)))),
            w => w.Smuggled.Add(SdJwtWallet.Encode(new JsonArray("salt"))),
            w => w.Smuggled.Add("!"),
        ],
        [AgeProofCheck.Names] = [w => w.Disclosed.Add(("_sd", true)), w => w.Disclosed.Add(("...", true)), w => w.Payload["..."] = "x"],
        [AgeProofCheck.Overwriting] = [w => w.Disclosed.Add(("iss", "other")), w => w.Payload["age_over_18"] = false],
        [AgeProofCheck.Unsigned] = [w => w.Smuggled.Add(SdJwtWallet.Disclosure(("age_over_21", true)))],
        [AgeProofCheck.Status] = [w => w.Payload["status"] = new JsonObject { ["status_list"] = new JsonObject { ["idx"] = 1 } }],
        [AgeProofCheck.Holder] = [w => w.ChangeSent = s => s[..(s.LastIndexOf('~') + 1)], w => w.HolderHeader["typ"] = "JWT", w => w.Payload.Remove("cnf"), w => w.Payload["cnf"] = "a key", w => w.Payload["cnf"] = new JsonArray("a key")],
        [AgeProofCheck.HolderSignature] = [w => w.ChangeSent = s => s[..^4] + (s[^4] == 'A' ? 'B' : 'A') + s[^3..]],
        [AgeProofCheck.Audience] = [w => w.ChangeHolder = h => h["aud"] = "other.example", w => w.ChangeHolder = h => h.Remove("aud")],
        [AgeProofCheck.Nonce] = [w => w.ChangeHolder = h => h["nonce"] = "other", w => w.ChangeHolder = h => h.Remove("nonce")],
        [AgeProofCheck.Fresh] = [w => w.ChangeHolder = h => h["iat"] = w.Seconds(-600), w => w.ChangeHolder = h => h["iat"] = w.Seconds(120), w => w.ChangeHolder = h => h.Remove("iat")],
        [AgeProofCheck.Binding] = [w => w.ChangeHolder = h => h["sd_hash"] = SdJwtWallet.Digest("x"), w => w.ChangeHolder = h => h.Remove("sd_hash")],
        [AgeProofCheck.OnlyAge] = [w => w.Disclosed.Add(("given_name", "Invented")), w => w.Payload["sub"] = "person-1", w => w.Payload["jti"] = "number-1"],
        [AgeProofCheck.Answer] =
        [
            w => w.Disclosed.Add(("age_over_x", true)), w => w.Disclosed.Add(("age_over_21", "yes")), w => w.Disclosed.Add(("age_over_16", false)),
            w => w.Payload["age_equal_or_over"] = new JsonObject { ["18"] = true },
        ],
        [AgeProofCheck.Threshold] = [w => w.Disclosed[0] = ("age_over_16", true), w => w.Disclosed[0] = ("age_over_21", false), w => w.Disclosed.Clear()],
    };

    [Fact]
    public void A_proof_answers_the_threshold_and_keeps_three_things()
    {
        _wallet.Disclosed.Add(("age_over_18", true));
        var outcome = Check(18);
        Assert.Equal(new AgeProof(new ThresholdProof(18, true), SdJwtWallet.IssuerName, _clock.GetUtcNow()), outcome.Proof);
        Assert.Equal(["At", "Issuer", "Proof"], typeof(AgeProof).GetProperties().Select(field => field.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(16, 18, true, true)]
    [InlineData(18, 18, false, false)]
    [InlineData(18, 16, false, false)]
    [InlineData(18, 16, true, null)]
    [InlineData(16, 18, false, null)]
    public void The_nearest_threshold_answers_or_leaves_it_open(int asked, int shown, bool value, bool? over)
    {
        _wallet.Payload["age_equal_or_over"] = new JsonObject { [shown.ToString(System.Globalization.CultureInfo.InvariantCulture)] = value };
        var outcome = Check(asked);
        Assert.Equal(over, outcome.Proof?.Proof.Over);
        Assert.Equal(over is null ? AgeProofCheck.Threshold : null, outcome.Failed);
    }

    [Theory]
    [MemberData(nameof(Forgeries))]
    public void A_forged_token_fails_at_its_own_check(AgeProofCheck check, string forgery)
    {
        _wallet.Disclosed.Add(("age_over_18", true));
        Forged[check][int.Parse(forgery.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture)](_wallet);
        var outcome = Check(18);
        Assert.Null(outcome.Proof);
        Assert.Equal(check, outcome.Failed);
        Assert.EndsWith(".", outcome.Says, StringComparison.Ordinal);
        Assert.DoesNotContain("Invented", outcome.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_check_has_a_forgery_and_the_one_of_time_its_own_test() =>
        Assert.Equal(SdJwtAgeProof.Checks.Where(check => check != AgeProofCheck.Replay), Forged.Keys.Order());

    [Fact]
    public void Checks_are_made_in_the_order_that_is_told()
    {
        // Two forgeries in one token: the one whose check comes first is the reason.
        var pairs = Forged.Keys.Zip(Forged.Keys.Skip(1)).Where(pair => pair.First >= AgeProofCheck.Type && pair.Second != AgeProofCheck.IssuerSignature && pair.First != AgeProofCheck.IssuerSignature);
        foreach (var (first, second) in pairs.Where(pair => !Same(pair.First) || !Same(pair.Second)))
        {
            using var wallet = new SdJwtWallet(_clock.GetUtcNow());
            wallet.Disclosed.Add(("age_over_18", true));
            Forged[first][0](wallet);
            Forged[second][0](wallet);
            var nonce = _nonces.GiveOut();
            Assert.Equal(first, Check(18, wallet.Present(Desk, nonce), nonce, wallet).Failed);
        }

        // These change one and the same part, so a second would undo the first.
        static bool Same(AgeProofCheck check) => check is AgeProofCheck.Holder or AgeProofCheck.HolderSignature or AgeProofCheck.Audience or AgeProofCheck.Nonce or AgeProofCheck.Fresh or AgeProofCheck.Binding
            or AgeProofCheck.Answer or AgeProofCheck.Threshold;
    }

    [Theory]
    [InlineData("2026-11-23", null, true)]
    [InlineData("2026-11-24", null, false)]
    [InlineData(null, "2026-11-24", true)]
    [InlineData(null, "2026-11-23", false)]
    public void An_issuer_is_believed_only_while_it_is_on_the_list(string? from, string? to, bool believed)
    {
        _wallet.Disclosed.Add(("age_over_18", true));
        var issuer = new TrustedIssuer(SdJwtWallet.IssuerName, _wallet.IssuerKey, null, Day(from), Day(to));
        var nonce = _nonces.GiveOut();
        var outcome = new SdJwtAgeProof([issuer], _nonces, new AgeProofOptions(), _clock).Check(_wallet.Present(Desk, nonce), new AgeProofRequest(18, nonce, Desk));
        Assert.Equal(believed ? null : AgeProofCheck.Issuer, outcome.Failed);

        static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void A_proof_is_good_once_and_for_minutes()
    {
        _wallet.Disclosed.Add(("age_over_18", true));
        var nonce = _nonces.GiveOut();
        var proof = _wallet.Present(Desk, nonce);
        Assert.NotNull(Check(18, proof, nonce).Proof);
        Assert.Equal(AgeProofCheck.Replay, Check(18, proof, nonce).Failed);

        var late = _nonces.GiveOut();
        var slow = _wallet.Present(Desk, late);
        _clock.Advance(TimeSpan.FromMinutes(5.5));
        Assert.Equal(AgeProofCheck.Replay, Check(18, slow, late).Failed);
    }

    public void Dispose() => _wallet.Dispose();

    private static string ChangePayload(string sent)
    {
        var parts = sent.Split('.', 3);
        var payload = System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1])).Replace("urn:eudi:age:1", "urn:eudi:age:1 ", StringComparison.Ordinal);
        return $"{parts[0]}.{System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(payload))}.{parts[2]}";
    }

    private AgeProofOutcome Check(int years)
    {
        var nonce = _nonces.GiveOut();
        return Check(years, _wallet.Present(Desk, nonce), nonce);
    }

    private AgeProofOutcome Check(int years, string proof, string nonce, SdJwtWallet? of = null) =>
        new SdJwtAgeProof([new TrustedIssuer(SdJwtWallet.IssuerName, (of ?? _wallet).IssuerKey, null)], _nonces, new AgeProofOptions(), _clock)
            .Check(proof, new AgeProofRequest(years, nonce, Desk));
}
