using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Tarazy.TestKit;

namespace Tarazy.Tests.Architecture;

/// <summary>
/// <c>./run</c> leaves the build out when nothing has changed, and never otherwise. The real script in a small tree, with an SDK that only notes that it
/// was asked.
/// </summary>
public sealed partial class RunTests : IDisposable
{
    private const string Sdk =
        """
        #!/bin/sh
        echo "built $*" >>data/builds
        [ ! -e src/broken.cs ] || exit 1
        release=artifacts/bin/Tarazy.Server/release
        mkdir -p $release artifacts/obj/Tarazy.Server/release/compressed src/Tarazy.Server/wwwroot/js
        [ -e $release/tarazy ] || { printf '#!/bin/sh\necho "served $*"\n' >$release/tarazy; chmod +x $release/tarazy; }
        [ -e src/Tarazy.Server/wwwroot/js/desk.js ] || echo js >src/Tarazy.Server/wwwroot/js/desk.js
        [ -e artifacts/obj/Tarazy.Server/release/compressed/desk.gz ] || echo gz >artifacts/obj/Tarazy.Server/release/compressed/desk.gz
        mkdir -p packages
        printf '{"ContentRoots":["%s/src/Tarazy.Server/wwwroot/","%s/packages/"],"Root":{}}' "$PWD" "$PWD" >$release/tarazy.staticwebassets.runtime.json.new
        cmp -s $release/tarazy.staticwebassets.runtime.json.new $release/tarazy.staticwebassets.runtime.json || cp $release/tarazy.staticwebassets.runtime.json.new $release/tarazy.staticwebassets.runtime.json
        rm $release/tarazy.staticwebassets.runtime.json.new
        [ ! -e slow ] || echo late >>src/a.cs
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-run-");

    public RunTests()
    {
        File.Copy(Repository.Path("run"), At("run"));
        foreach (var folder in (string[])["build", "src/Tarazy.Server/wwwroot/css", "lexicons", "models", "policies", "samples", "data", "tests", "sdk/sdk/10.0.1"])
        {
            Directory.CreateDirectory(At(folder));
        }

        foreach (var file in (string[])["Directory.Build.props", "global.json", "src/a.cs", "src/b.cs", "src/Tarazy.Server/packages.lock.json", "src/Tarazy.Server/wwwroot/css/a.css", "models/a.model", "lexicons/a.yaml"])
        {
            File.WriteAllText(At(file), "one");
        }

        File.WriteAllText(At("sdk/dotnet"), Sdk);
        File.WriteAllText(At("sdk/node"), "");
        File.WriteAllText(At("sdk/npm"), "");
        foreach (var program in (string[])["sdk/dotnet", "sdk/node", "sdk/npm", "run"])
        {
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(At(program), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
    }

    /// <summary>What may happen between two starts that must be seen.</summary>
    public static TheoryData<string> Changes =>
    [
        "echo two >src/a.cs",
        "touch -r src/a.cs kept && echo two >src/a.cs && touch -r kept src/a.cs && rm kept",
        "echo new >src/c.cs",
        "rm src/b.cs",
        "mv src/b.cs src/d.cs",
        "echo two >Directory.Build.props",
        "echo two >global.json",
        "echo two >src/Tarazy.Server/packages.lock.json",
        "echo two >src/Tarazy.Server/wwwroot/css/a.css",
        "echo two >models/a.model",
        "rm lexicons/a.yaml",
        "mkdir sdk/sdk/10.0.2",
        "git commit -q --allow-empty -m two",
        "rm -r artifacts/bin",
        "echo else >artifacts/bin/Tarazy.Server/release/else.dll",
        "rm src/Tarazy.Server/wwwroot/js/desk.js",
        "rm artifacts/obj/Tarazy.Server/release/compressed/desk.gz",
        "rm -r packages",
        "rm artifacts/run.stamp",
    ];

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_second_start_builds_nothing_whatever_the_desk_has_written_and_however_tests_and_docs_have_changed()
    {
        Assert.Equal("served serve --sample --url x", Run("--url", "x"));
        Assert.Equal(1, Builds);
        File.WriteAllText(At("data/desk.db"), "rows");
        File.WriteAllText(At("tests/a.cs"), "two");
        File.WriteAllText(At("README.md"), "two");
        Assert.Equal("served serve --sample", Run());
        Assert.Equal(1, Builds);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Whatever_goes_into_the_program_or_came_of_it_is_seen_when_it_changes(string change)
    {
        Shell("git init -q && git config user.email a@b.example && git config user.name a && git commit -q --allow-empty -m one");
        Run();
        Assert.Equal(1, Builds);
        Shell(change);
        Assert.Equal("served serve --sample", Run());
        Assert.Equal(2, Builds);
        Run();
        Assert.Equal(2, Builds);
    }

    [Fact]
    public void Only_the_first_build_is_not_searched_for_faults_of_style()
    {
        Run();
        File.WriteAllText(At("src/a.cs"), "two");
        Run();
        Assert.Equal([true, false], File.ReadLines(At("data/builds")).Select(build => build.Contains("RunAnalyzers=false", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_changed_while_it_builds_is_built_the_next_time()
    {
        File.WriteAllText(At("slow"), "");
        Run();
        File.Delete(At("slow"));
        Run();
        Assert.Equal(2, Builds);
    }

    [Fact]
    public void After_a_build_that_failed_nothing_starts_not_even_the_program_that_is_there()
    {
        Run();
        File.WriteAllText(At("src/broken.cs"), "");
        Assert.Equal("", Run());
        Assert.Equal("", Run());
        Assert.Equal(3, Builds);
    }

    [Fact]
    public void Everything_that_the_server_is_built_of_lies_where_the_script_looks()
    {
        var looks = Looks().Match(File.ReadAllText(Repository.Path("run"))).Groups["folders"].Value.Split(' ');
        Assert.Contains("src", looks);
        var from = Directory.EnumerateFiles(Repository.Path("src"), "*.*proj", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.Path("src"), "*.targets", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Repository.Root, "Directory.*"))
            .SelectMany(file => XDocument.Load(file).Descendants().SelectMany(element => element.Attributes("Include").Concat(element.Attributes("Project")))
                .SelectMany(named => named.Value.Split(';'))
                .Where(named => named.Contains('/', StringComparison.Ordinal) && !named.Contains("@(", StringComparison.Ordinal))
                .Select(named => Path.GetRelativePath(Repository.Root, Path.Combine(Path.GetDirectoryName(file)!, Macro().Replace(named, "./")))))
            .Select(named => named.Split('/')[0]).Distinct().ToList();
        Assert.Contains("models", from);
        Assert.Empty(from.Except(looks, StringComparer.Ordinal));
    }

    private int Builds => File.Exists(At("data/builds")) ? File.ReadAllLines(At("data/builds")).Length : 0;

    private string At(string path) => Path.Combine(_folder.FullName, path);

    private string Run(params string[] arguments) => Shell($"./run {string.Join(' ', arguments)}", mayFail: true);

    private string Shell(string command, bool mayFail = false)
    {
        Assert.SkipUnless(File.Exists("/bin/bash") && OperatingSystem.IsLinux(), "There is no bash with GNU find on this machine.");
        var start = new ProcessStartInfo("/bin/bash", ["-c", command]) { WorkingDirectory = _folder.FullName, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{At("sdk")}:/usr/bin:/bin";
        using var process = Process.Start(start)!;
        var fault = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        Assert.True(mayFail || process.ExitCode == 0, fault.Result);
        return said;
    }

    [GeneratedRegex(@"find (?<folders>[a-z ]+) \\\( -name node_modules")]
    private static partial Regex Looks();

    [GeneratedRegex(@"\$\([A-Za-z]+\)")]
    private static partial Regex Macro();
}
