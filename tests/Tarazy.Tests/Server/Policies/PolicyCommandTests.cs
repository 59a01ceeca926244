using Tarazy.Server.Commands.Policies;
using Tarazy.TestKit;

namespace Tarazy.Tests.Server.Policies;

/// <summary><c>tarazy policy</c> as a script sees it: what it finds and what it answers.</summary>
public sealed class PolicyCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-policy-");

    [Fact]
    public void Our_policies_have_no_fault_and_nothing_to_remark()
    {
        var found = PolicyCheck.Of(Repository.Path("policies"));
        Assert.Empty(found.Faults);
        Assert.Empty(found.Remarks);
        Assert.True(found.AgeRules > 0 && found.Measures > 0);
    }

    [Fact]
    public void A_clause_that_no_test_holds_is_pointed_out()
    {
        Copy("kz");
        var tests = Path.Combine(_folder.FullName, "kz", "tests.yaml");
        File.WriteAllText(tests, "tests: []\n");
        var found = PolicyCheck.Of(Path.Combine(_folder.FullName, "kz"));
        Assert.Empty(found.Faults);
        Assert.Equal(9, found.Remarks.Count);
        Assert.Contains(found.Remarks, r => r.Contains("crim-170", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_command_answers_what_a_script_needs_to_know()
    {
        Copy("kz");
        var ours = Repository.Path("policies");
        Assert.Equal(0, Run("check", ours));
        Assert.Equal(0, Run("diff", ours, ours, "--json"));
        Assert.Equal(2, Run("diff", ours, ours, "--date", "someday"));
        Assert.Equal(0, Run("explain", "kz", "crim-174", "--policies", ours, "--date", "2026-11-23"));
        Assert.Equal(0, Run("explain", "de", "--policies", ours));
        Assert.Equal(1, Run("explain", "kz", "crim-999", "--policies", ours));
        Assert.Equal(1, Run("explain", "xx", "--policies", ours));
        Assert.Equal(0, Run("schema"));

        var clauses = Path.Combine(_folder.FullName, "kz", "clauses.yaml");
        File.WriteAllText(clauses, File.ReadAllText(clauses).Replace("Article 170\n", "Article 171\n", StringComparison.Ordinal));
        Assert.Equal(1, Run("diff", Repository.Path("policies", "kz"), Path.Combine(_folder.FullName, "kz")));

        File.WriteAllText(clauses, "clauses: [\n");
        Assert.Equal(1, Run("check", _folder.FullName, "--json"));
        Assert.Equal(1, Run("diff", ours, _folder.FullName));
    }

    [Fact]
    public void A_folder_without_packs_is_not_called_sound()
    {
        Assert.Contains("no pack", Assert.Single(PolicyCheck.Of(_folder.FullName).Faults).ToString(), StringComparison.Ordinal);
        Assert.Equal(1, Run("check", _folder.FullName));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static int Run(params string[] args) => PolicyCommand.Create().Parse(args).Invoke();

    private void Copy(string pack)
    {
        foreach (var path in Directory.GetFiles(Repository.Path("policies", pack), "*.yaml", SearchOption.AllDirectories))
        {
            var to = Path.Combine(_folder.FullName, pack, Path.GetRelativePath(Repository.Path("policies", pack), path));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(path, to);
        }
    }
}
