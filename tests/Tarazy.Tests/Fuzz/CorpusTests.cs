using Tarazy.Fuzz;
using Tarazy.TestKit;

namespace Tarazy.Tests.Fuzz;

/// <summary>What fuzzing once found, and where it starts from, holds in every run.</summary>
public class CorpusTests
{
    public static TheoryData<string> Targets => [.. FuzzTarget.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Every_file_of_the_corpus_keeps_the_promises(string name)
    {
        var target = FuzzTarget.All.Single(one => one.Name == name);
        var files = Directory.GetFiles(Repository.Path("tests", "Tarazy.Fuzz", "corpus", name));
        Assert.NotEmpty(files);
        Assert.All(files, file => target.Try(File.ReadAllBytes(file)));
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void A_file_cut_anywhere_keeps_the_promises(string name)
    {
        var target = FuzzTarget.All.Single(one => one.Name == name);
        var bytes = File.ReadAllBytes(Directory.GetFiles(Repository.Path("tests", "Tarazy.Fuzz", "corpus", name)).Order(StringComparer.Ordinal).First());
        for (var length = 0; length < bytes.Length; length += 7)
        {
            target.Try(bytes.AsMemory(0, length));
        }
    }
}
