using System.Reflection;
using System.Xml.Linq;
using Tarazy.TestKit;

namespace Tarazy.Tests.Architecture;

/// <summary>The rules of the tree that a compiler does not hold.</summary>
public class TreeTests
{
    private static readonly string[] Stages = ["Ingest", "Detect", "Review", "Notice", "Demand", "Publish"];

    /// <summary>What each project may reference, as the design gives it.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Records"] = [],
        ["TransparencyLog"] = [],
        ["Analysis"] = ["Records"],
        ["Policy"] = ["Records"],
        ["Storage"] = ["Records"],
        ["Ingest"] = ["Records", "Storage"],
        ["Detect"] = ["Records", "Storage", "Analysis"],
        ["Review"] = ["Records", "Storage", "Policy"],
        ["Notice"] = ["Records", "Storage", "Policy", "TransparencyLog"],
        ["Demand"] = ["Records", "Storage", "Policy", "TransparencyLog"],
        ["Publish"] = ["Records", "Storage", "Policy", "TransparencyLog"],
    };

    /// <summary>Source files over the limit, each with its reason. Empty is the aim.</summary>
    private static readonly Dictionary<string, string> LongFiles = new(StringComparer.Ordinal);

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_the_design_gives_it(string project)
    {
        var file = XDocument.Load(Repository.Path("src", $"Tarazy.{project}", $"Tarazy.{project}.csproj"));
        var references = file.Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value)["Tarazy.".Length..]);
        Assert.Empty(references.Except(Allowed[project], StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_stage_knows_another_stage(string project)
    {
        var used = Assembly.Load($"Tarazy.{project}").GetReferencedAssemblies().Select(a => a.Name!).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(Stages.Where(s => s != project), s => used.Contains($"Tarazy.{s}"));
    }

    [Fact]
    public void Only_the_host_speaks_http_and_only_the_cluster_speaks_orleans()
    {
        foreach (var project in Allowed.Keys)
        {
            var used = Assembly.Load($"Tarazy.{project}").GetReferencedAssemblies().Select(a => a.Name!);
            Assert.DoesNotContain(used, name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                || name.StartsWith("Orleans", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_row_type_stays_inside_the_stage_that_owns_it()
    {
        var shown = Stages.SelectMany(s => Assembly.Load($"Tarazy.{s}").GetExportedTypes())
            .Where(t => t.Name.EndsWith("Row", StringComparison.Ordinal));
        Assert.Empty(shown);
    }

    [Fact]
    public void An_internal_class_is_sealed_or_static_or_abstract()
    {
        var open = Allowed.Keys.SelectMany(p => Assembly.Load($"Tarazy.{p}").GetTypes())
            .Where(t => t is { IsClass: true, IsNotPublic: true, IsSealed: false, IsAbstract: false } && t.Namespace?.StartsWith("Tarazy", StringComparison.Ordinal) == true
                && !t.Name.StartsWith('<') && t.Namespace?.Contains("Migrations", StringComparison.Ordinal) == false);
        Assert.Empty(open.Select(t => t.FullName));
    }

    [Fact]
    public void Records_holds_values_and_no_service()
    {
        var awaits = Assembly.Load("Tarazy.Records").GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(m => typeof(Task).IsAssignableFrom(m.ReturnType));
        Assert.Empty(awaits);
        Assert.Empty(XDocument.Load(Repository.Path("src", "Tarazy.Records", "Tarazy.Records.csproj")).Descendants("PackageReference"));
    }

    [Fact]
    public void A_source_file_is_short_or_says_why_not()
    {
        const int longest = 400;
        var files = new[] { "src", "tests", "bench" }.Select(f => Repository.Path(f)).Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories))
            .Where(f => Path.GetExtension(f) is ".cs" or ".razor" or ".ts" or ".go" && !f.Contains("/Migrations/", StringComparison.Ordinal)
                && !f.Contains("/node_modules/", StringComparison.Ordinal) && !f.Contains("/wwwroot/", StringComparison.Ordinal));
        var tooLong = files.Where(f => File.ReadLines(f).Count() > longest)
            .Select(f => Path.GetRelativePath(Repository.Root, f))
            .Except(LongFiles.Keys, StringComparer.Ordinal);
        Assert.Empty(tooLong);
    }
}
