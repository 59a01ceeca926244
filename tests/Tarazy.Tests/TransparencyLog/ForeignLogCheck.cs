using System.Diagnostics;
using System.Globalization;
using Tarazy.TestKit;
using Tarazy.TransparencyLog;
using Tarazy.TransparencyLog.Checkpoints;

namespace Tarazy.Tests.TransparencyLog;

/// <summary>The log is read by a verifier that shares no line of code with it: the one that checks Go's module checksums.</summary>
public sealed class ForeignLogCheck : IDisposable
{
    private const string DebianPackages = "/usr/share/gocode";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-foreign-");
    private readonly SignerKey _key = SignerKey.Create("desk.example/log");

    public void Dispose()
    {
        _key.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Go_verifies_every_record_and_the_growth_between_two_checkpoints()
    {
        Assert.SkipUnless(
            Directory.Exists($"{DebianPackages}/src/golang.org/x/mod/sumdb/tlog") && OnPath("go"),
            "needs go and Debian's golang-golang-x-mod-dev");
        var log = Path.Combine(_folder.FullName, "log");
        var program = Path.Combine(_folder.FullName, "foreign-log-check");
        var (built, said) = await RunAsync("go", "build", "-o", program, Repository.Path("tests", "foreign-log-check", "main.go"));
        Assert.True(built == 0, said);

        var checkpoints = new List<string>();
        using (var writer = Log.Open(log, _key))
        {
            foreach (var size in new[] { 1, 255, 256, 257, 512, 70_003 })
            {
                writer.Append(writer.Size, Trees.Entries(writer.Size, size));
                var kept = Path.Combine(_folder.FullName, size.ToString(CultureInfo.InvariantCulture));
                File.Copy(Path.Combine(log, "checkpoint"), kept);
                checkpoints.Add(kept);
            }
        }

        for (var i = 0; i < checkpoints.Count; i++)
        {
            string[] older = i == 0 ? [] : [checkpoints[i - 1]];
            var (exit, output) = await RunAsync(program, [log, _key.Verifier.ToString(), checkpoints[i], .. older]);
            Assert.Equal($"ok {Path.GetFileName(checkpoints[i])}\n", output);
            Assert.Equal(0, exit);
        }

        await DamageIsFoundAsync(program, log, checkpoints[^1]);
    }

    private async Task DamageIsFoundAsync(string program, string log, string checkpoint)
    {
        var bundle = Path.Combine(log, "tile", "entries", "100");
        var bytes = await File.ReadAllBytesAsync(bundle, TestContext.Current.CancellationToken);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(bundle, bytes, TestContext.Current.CancellationToken);
        var (exit, output) = await RunAsync(program, log, _key.Verifier.ToString(), checkpoint);
        Assert.Equal((1, "FAILED: record 25855 is not what the tiles say\n"), (exit, output));
    }

    private static bool OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static async Task<(int Exit, string Output)> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["GO111MODULE"] = "off";
        start.Environment["GOPATH"] = DebianPackages;
        start.Environment["GOFLAGS"] = "";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
