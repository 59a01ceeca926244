using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Tarazy.Policy.Ages;
using Tarazy.Policy.Ages.Proofs;
using Tarazy.Policy.Ages.Proofs.Demonstration;
using Tarazy.Policy.Ages.Proofs.SdJwt;
using Tarazy.TestKit;

namespace Tarazy.Tests.Policy.Ages.Proofs;

/// <summary>SD-JWTs against an implementation that shares no line with ours: it makes tokens that we believe, and believes those that we make.</summary>
public sealed class ForeignSdJwtCheck : IDisposable
{
    private const string Desk = "redirect_uri:https://desk.example/answer";
    private const int Patience = 60;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-sd-jwt-");
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Another_implementation_and_ours_believe_each_others_tokens()
    {
        Assert.SkipUnless(OnPath("node") && OnPath("npm"), "needs node and npm");
        foreach (var name in (string[])["check.mjs", "package.json", "package-lock.json", ".npmrc"])
        {
            File.Copy(Repository.Path("tests", "foreign-sd-jwt", name), Path.Combine(_folder.FullName, name));
        }

        var (installed, said) = await RunAsync("npm", "", "ci", "--ignore-scripts", "--prefer-offline");
        Assert.SkipUnless(installed == 0, $"needs the npm package that is checked against: {said}");
        await OursBelievesTheirsAsync();
        await TheirsBelievesOursAsync();
    }

    private async Task OursBelievesTheirsAsync()
    {
        var nonces = new NonceBook(TimeSpan.FromMinutes(5), _clock);
        string[] numbers = [nonces.GiveOut(), nonces.GiveOut(), nonces.GiveOut()];
        var (exit, output) = await RunAsync("node", "", "check.mjs", "issue", string.Join(',', numbers), Desk, _clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        Assert.True(exit == 0, output);
        using var answer = JsonDocument.Parse(output);
        var key = System.Buffers.Text.Base64Url.DecodeFromChars(answer.RootElement.GetProperty("issuer").GetString());
        var tokens = answer.RootElement.GetProperty("tokens").EnumerateArray().Select(token => token.GetString()!).ToList();
        Assert.Equal(3, tokens.Count);
        foreach (var (token, number) in tokens.Zip(numbers))
        {
            var request = new AgeProofRequest(16, number, Desk);
            var outcome = Verifier(key, nonces).Check(token, request);
            Assert.True(outcome.Proof is { Proof: { Years: 16, Over: true } }, outcome.Says);
            Assert.Equal(AgeProofCheck.Replay, Verifier(key, nonces).Check(token, request).Failed);
        }
    }

    private async Task TheirsBelievesOursAsync()
    {
        using var issuer = new TestIssuer(AgeProofDemonstration.IssuerName, _clock.GetUtcNow());
        using var holder = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var credential = new TestCredential(new ThresholdProof(16, Over: true), _clock.GetUtcNow(), _clock.GetUtcNow().AddDays(30));
        var token = TestSdJwt.Issue(issuer, credential, holder).Present(new AgeProofRequest(16, "number", Desk), holder, _clock.GetUtcNow());
        var key = System.Buffers.Text.Base64Url.EncodeToString(issuer.Key.ExportSubjectPublicKeyInfo());

        var (exit, output) = await RunAsync("node", JsonSerializer.Serialize(new { issuer = key, token }), "check.mjs", "verify", "number");
        Assert.True(exit == 0, output);
        using var read = JsonDocument.Parse(output);
        Assert.True(read.RootElement.GetProperty("payload").GetProperty("age_over_16").GetBoolean());
        Assert.Equal(Desk, read.RootElement.GetProperty("kb").GetProperty("aud").GetString());

        var changed = token[..^6] + (token[^6] == 'A' ? 'B' : 'A') + token[^5..];
        Assert.Equal(1, (await RunAsync("node", JsonSerializer.Serialize(new { issuer = key, token = changed }), "check.mjs", "verify", "number")).Exit);
    }

    private SdJwtAgeProof Verifier(byte[] key, NonceBook nonces) => new([new TrustedIssuer("https://foreign.example", key, null)], nonces, new AgeProofOptions(), _clock);

    private static bool OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private async Task<(int Exit, string Output)> RunAsync(string program, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(Patience));
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        var said = await output;
        return (process.ExitCode, said.Length > 0 ? said : await errors);
    }
}
