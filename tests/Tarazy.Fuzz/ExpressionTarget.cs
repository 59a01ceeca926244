using System.Text;
using Tarazy.Analysis.Rules;
using Tarazy.Analysis.Text;

namespace Tarazy.Fuzz;

/// <summary>
/// An expression of the rule language: it is read, or a fault says where and how to mend it; its canonical spelling is read too, is its
/// own canonical spelling, and finds the same.
/// </summary>
internal static class ExpressionTarget
{
    private const string Post = "Работа для своих, от 300к в неделю, пиши @invented до завтра. Служба по контракту, easy money, https://example.org/a";

    public static void Try(ReadOnlyMemory<byte> bytes)
    {
        var written = Encoding.UTF8.GetString(bytes.Span);
        if (!RuleText.TryParse(written, out var query, out var fault))
        {
            BrokenPromiseException.Unless(fault.Says.Length > 0 && fault.Mend.Length > 0, "a fault does not say what is wrong, or not how to mend it");
            BrokenPromiseException.Unless(fault.Line >= 1 && fault.Column >= 1, "a fault names no place");
            return;
        }

        var canonical = query.ToString();
        BrokenPromiseException.Unless(RuleText.TryParse(canonical, out var again, out _), "the canonical spelling is refused");
        BrokenPromiseException.Unless(again!.ToString() == canonical, "the canonical spelling has another canonical spelling");
        BrokenPromiseException.Unless(Found(query) == Found(again), "the canonical spelling finds something else");
    }

    private static int Found(RuleQuery query)
    {
        var text = new FoldedText();
        text.Fold(Post);
        var hits = new List<RuleHit>();
        query.Book().Look(text, new PostPlace("ru", "telegram:1", 5_000), hits);
        return hits.Sum(hit => hit.Evidence.Count + 1);
    }
}
