using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Tarazy.Policy.Ages.Proofs;

namespace Tarazy.Tests.Policy.Ages.Proofs;

/// <summary>The list of issuers as a file: what is wrong is named with its place and costs one issuer.</summary>
public sealed class TrustedIssuerFileTests : IDisposable
{
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("tarazy-issuers-").FullName, "age-issuers.yaml");
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly string _good;

    public TrustedIssuerFileTests()
    {
        using var root = new CertificateRequest("CN=Invented root", _key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(90));
        _good = $"""
            schema_version: 1
            as_of: "2026-11-29"
            issuers:
              - id: "https://good.example"
                key: |
            {Indented(_key.ExportSubjectPublicKeyInfoPem())}
                source: "https://good.example/keys"
              - id: "https://issuer.example"
                key: |
            {Indented(_key.ExportSubjectPublicKeyInfoPem())}
                certificate: |
            {Indented(root.ExportCertificatePem())}
                valid_from: "2026-01-01"
                valid_to: "2027-01-01"
                source: "https://issuer.example/keys"
                test: true
            """;
    }

    public void Dispose()
    {
        _key.Dispose();
        Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);
    }

    [Fact]
    public void An_issuer_comes_with_its_keys_its_days_and_its_source()
    {
        var load = Load(_good);
        Assert.Empty(load.Faults);
        var issuer = load.Issuers[1];
        Assert.Equal(("https://issuer.example", new DateOnly(2026, 1, 1), new DateOnly(2027, 1, 1), "https://issuer.example/keys", true), (issuer.Name, issuer.From!.Value, issuer.To!.Value, issuer.Source, issuer.Test));
        Assert.Equal(_key.ExportSubjectPublicKeyInfo(), issuer.Key);
        Assert.Equal("CN=Invented root", issuer.Anchor!.Subject);
        Assert.False(load.Issuers[0].Test);
    }

    [Theory]
    [InlineData("valid_to: \"2027-01-01\"", "valid_to: \"2026-01-01\"", "valid_to")]
    [InlineData("valid_from: \"2026-01-01\"", "valid_from: \"soon\"", "valid_from")]
    [InlineData("source: \"https://issuer.example/keys\"", "source: \"a friend\"", "source")]
    [InlineData("    source: \"https://issuer.example/keys\"\n", "", "source")]
    [InlineData("id: \"https://issuer.example\"", "id: \"https://good.example\"", "id")]
    [InlineData("test: true", "test: perhaps", "test")]
    [InlineData("test: true", "tset: true", "tset")]
    public void A_fault_is_named_with_its_field_and_costs_one_issuer(string from, string to, string field)
    {
        Assert.Contains(from, _good, StringComparison.Ordinal);
        var load = Load(_good.Replace(from, to, StringComparison.Ordinal));
        Assert.Equal("https://good.example", Assert.Single(load.Issuers).Name);
        Assert.Contains(load.Faults, fault => fault.Field.Contains(field, StringComparison.Ordinal) && fault is { Line: > 0, Mend.Length: > 0, File: "age-issuers.yaml" });
    }

    [Theory]
    [InlineData("nistP384", false)]
    [InlineData("nistP256", true)]
    public void A_key_on_another_curve_and_a_private_key_are_refused(string curve, bool secret)
    {
        using var other = ECDsa.Create(ECCurve.CreateFromFriendlyName(curve));
        var load = Load(_good.Replace(Indented(_key.ExportSubjectPublicKeyInfoPem()), Indented(secret ? other.ExportPkcs8PrivateKeyPem() : other.ExportSubjectPublicKeyInfoPem()), StringComparison.Ordinal));
        Assert.Empty(load.Issuers);
        Assert.All(load.Faults, fault => Assert.Contains(secret ? "private" : "P-256", fault.Says, StringComparison.Ordinal));
        Assert.Equal(2, load.Faults.Count);
    }

    [Fact]
    public void A_missing_list_is_a_fault_and_believes_nobody()
    {
        var load = TrustedIssuers.Load(_file);
        Assert.Empty(load.Issuers);
        Assert.Single(load.Faults);
    }

    private static string Indented(string pem) => string.Join('\n', pem.Split('\n').Select(line => "      " + line.Trim()));

    private TrustedIssuersLoad Load(string text)
    {
        File.WriteAllText(_file, text);
        return TrustedIssuers.Load(_file);
    }
}
