using Tarazy.Analysis.Rules;

namespace Tarazy.Tests.Analysis.Rules;

/// <summary>A folder of rule files that is gone after the test.</summary>
internal sealed class RuleFolderFixture : IDisposable
{
    /// <summary>A small rule that loads.</summary>
    public const string Sound = """
        rule: sound
        harm: job-bait
        says: { en: Says, ru: Говорит, kk: Айтады }
        not: { en: Not, ru: Нет, kk: Емес }
        languages: [ru, kk]
        state: live
        origin: Written for the test.
        near: 12
        frame:
          offer: { ru: [работ*, "нужны люди"], kk: [жұмыс*] }
          place: { any: [фронт*] }
          pay: $money
          call: [пишите, жазыңыз]
        unless:
          suppress: { ru: ["суд приговорил"] }
          weaken: { ru: [говорят] }
        examples:
          match: { ru: ["Работа, фронт, 200 000 тг, пишите"] }
          no_match: { ru: ["Работа есть, пишите"] }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("rules").FullName;

    public RuleFolderFixture Write(string file, string text)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public RuleBookLoad Load(RuleLimits? limits = null) => RuleBook.Load(_folder, limits);

    /// <summary>The book with the one sound rule, changed.</summary>
    public static RuleBook Changed(string from, string to)
    {
        using var folder = new RuleFolderFixture();
        var load = folder.Write("sound.yaml", Sound.Replace(from, to, StringComparison.Ordinal)).Load();
        Assert.Empty(load.Faults);
        return load.Book;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
