using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Tarazy.TestKit;
using Tarazy.Tests.TransparencyLog;
using Tarazy.TransparencyLog;
using Tarazy.TransparencyLog.Checkpoints;
using Tarazy.TransparencyLog.Receipts;

namespace Tarazy.Tests.Server.Web;

/// <summary>The check that pages make in the browser, run by node against receipts that the log itself wrote.</summary>
public sealed class BrowserCheckTests : IDisposable
{
    private const string Script = """
        import { readFileSync } from 'node:fs';
        const [, , module, input] = process.argv;
        const { check } = await import(module);
        const asked = JSON.parse(readFileSync(input, 'utf8'));
        const answers = [];
        for (const { receipt, page, known } of asked) {
          const { verdict, steps } = await check(receipt, page ?? null, known ?? null);
          answers.push({ verdict, codes: steps.map((s) => s.code) });
        }
        console.log(JSON.stringify(answers));
        """;

    private readonly SignerKey _key = SignerKey.Create("desk.example/log");
    private readonly CrashableFiles _files = new();
    private readonly Receipt _receipt;

    public BrowserCheckTests()
    {
        var opening = new Opening(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray(), """{"reasons":"Ақы үшін соғыс"}""");
        var leaf = $$"""{"commitment":"{{Commitment.To(opening).ToBase64()}}","type":"notice-signed"}""";
        using var log = Log.Open(_files, _key);
        log.Append(0, [.. Trees.Entries(0, 7), Encoding.UTF8.GetBytes(leaf), .. Trees.Entries(8, 12)]);
        _receipt = new Receipt(_key.Verifier.ToString(), log.Latest, [new ReceiptEntry(leaf, log.Reader.ProveInclusion(7, 12), opening)]);
    }

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task The_browser_comes_to_the_verdicts_of_the_command()
    {
        var key = _key.Verifier.ToString();
        using var forger = SignerKey.Create("desk.example/log");
        var entry = _receipt.Entries[0];
        var forged = _receipt with { Checkpoint = SignedCheckpoint.Sign(_receipt.Checkpoint.Checkpoint, forger) };
        (Receipt Receipt, string? Page, string? Known, string Verdict, string Code)[] cases =
        [
            (_receipt, key, key, "verified", "included"),
            (_receipt, key, null, "signer-unknown", "key-new"),
            (_receipt, null, null, "signer-unknown", "signed"),
            (_receipt with { Entries = [entry with { Opening = null }] }, key, key, "verified", "closed"),
            (_receipt with { Entries = [entry with { Opening = entry.Opening! with { Content = "{}" } }] }, key, key, "failed", "not-content"),
            (_receipt with { Entries = [entry with { Opening = entry.Opening! with { Salt = new byte[32] } }] }, key, key, "failed", "not-content"),
            (_receipt with { Entries = [entry with { Leaf = entry.Leaf.Replace("signed", "sent", StringComparison.Ordinal) }] }, key, key, "failed", "not-included"),
            (_receipt with { Entries = [entry with { Proof = entry.Proof with { Index = 6 } }] }, key, key, "failed", "not-included"),
            (forged, key, key, "failed", "not-signed"),
            (_receipt, forger.Verifier.ToString(), key, "failed", "key-changed"),
        ];

        var answers = await RunAsync([.. cases.Select(c => new JsonObject
        {
            ["receipt"] = JsonNode.Parse(ReceiptFile.Write(c.Receipt)), ["page"] = c.Page, ["known"] = c.Known,
        })]);

        Assert.All(cases.Zip(answers), pair =>
        {
            Assert.Equal(pair.First.Verdict, pair.Second!["verdict"]!.GetValue<string>());
            Assert.Contains(pair.First.Code, pair.Second["codes"]!.AsArray().Select(c => c!.GetValue<string>()));
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(33)]
    public async Task Every_place_of_a_tree_of_any_shape_is_found(int size)
    {
        using var log = Log.Open(new CrashableFiles(), _key);
        log.Append(0, [.. Trees.Entries(0, size)]);
        var entries = Enumerable.Range(0, size).Select(i => new ReceiptEntry(Encoding.UTF8.GetString(Trees.Entries(i, i + 1).Single().Span), log.Reader.ProveInclusion(i, size)));
        var receipt = new Receipt(_key.Verifier.ToString(), log.Latest, [.. entries]);

        var answer = Assert.Single(await RunAsync([new JsonObject { ["receipt"] = JsonNode.Parse(ReceiptFile.Write(receipt)), ["known"] = _key.Verifier.ToString() }]));

        Assert.Equal("verified", answer!["verdict"]!.GetValue<string>());
        Assert.Equal(size, answer["codes"]!.AsArray().Count(c => c!.GetValue<string>() == "included"));
    }

    private static async Task<JsonArray> RunAsync(JsonArray asked)
    {
        var module = Repository.Path("src", "Tarazy.Server", "wwwroot", "js", "verify.js");
        Assert.SkipUnless(File.Exists(module), "needs the pages' scripts, which npm builds");
        var folder = Directory.CreateTempSubdirectory("tarazy-verify-");
        try
        {
            var script = Path.Combine(folder.FullName, "run.mjs");
            var input = Path.Combine(folder.FullName, "asked.json");
            await File.WriteAllTextAsync(script, Script);
            await File.WriteAllTextAsync(input, asked.ToJsonString());
            return JsonNode.Parse(await NodeAsync(script, new Uri(module).AbsoluteUri, input))!.AsArray();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> NodeAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("node", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        Process? node = null;
        try
        {
            node = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("needs node");
        }

        using (node)
        {
            var errors = node!.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await node.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(node.ExitCode == 0, await errors);
            return output;
        }
    }
}
