using Tarazy.Analysis.Rules;
using Tarazy.Analysis.Text;
using Tarazy.TestKit;

namespace Tarazy.Tests.Analysis.Rules;

/// <summary>The rules that the repository ships, loaded once.</summary>
internal static class Lexicons
{
    public static RuleBookLoad Shipped { get; } = RuleBook.Load(Repository.Path("lexicons"));

    public static WatchRule Named(string rule) => Shipped.Book.Rules.Single(r => r.Name == rule);

    public static List<RuleHit> Look(string post, string language = "und") => Look(Shipped.Book, post, language);

    public static List<RuleHit> Look(RuleBook book, string post, string language = "und")
    {
        var text = new FoldedText();
        text.Fold(post);
        var hits = new List<RuleHit>();
        book.Look(text, language, hits);
        return hits;
    }
}
