using Tarazy.Analysis.Rules;
using Tarazy.Analysis.Text;

namespace Tarazy.Fuzz;

/// <summary>A rule file: it is a rule, or faults say where and how to mend it; and a rule that loads can look at any text.</summary>
internal static class RulesTarget
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("tarazy-fuzz-").FullName;

    public static void Try(ReadOnlyMemory<byte> bytes)
    {
        File.WriteAllBytes(Path.Combine(Folder, "rule.yaml"), bytes.ToArray());
        var load = RuleBook.Load(Folder);
        foreach (var fault in load.Faults)
        {
            BrokenPromiseException.Unless(fault.Says.Length > 0 && fault.Mend.Length > 0, "a fault does not say what is wrong, or not how to mend it");
        }

        var text = new FoldedText();
        text.Fold("Работа для своих, от 300к в неделю, пиши @invented. Easy money, call +7 700 000 00 00, https://example.org/a");
        var hits = new List<RuleHit>();
        load.Book.Look(text, "ru", hits);
        foreach (var hit in hits)
        {
            BrokenPromiseException.Unless(hit.Evidence.Count > 0, "a hit has no evidence");
        }
    }
}
