using Tarazy.Analysis.Rules.Loading;
using Tarazy.Analysis.Rules.Matching;
using Tarazy.Analysis.Rules;
using Tarazy.Analysis.Text;

namespace Tarazy.Benchmarks.Peers;

/// <summary>
/// Looks for thousands of phrases in posts: four in five are two words that seldom meet, one in ten stands in some post, one in ten
/// is a single long word. The peers read the folded tokens with one blank between them, so that all count the same hits.
/// </summary>
internal static class PhrasesRun
{
    public static void Run(string folder)
    {
        var posts = PeerRuns.WritePosts(folder);
        var tokens = Array.ConvertAll(posts, Tokens);
        PeerRuns.WriteLines(folder, "tokens.txt", tokens.Select(post => $" {string.Join(' ', post)} "));
        foreach (var count in (int[])[10_000, 1_000])
        {
            var phrases = Phrases(tokens, count);
            PeerRuns.WriteLines(folder, $"phrases-{count}.txt", phrases);
            var terms = new TermFolder(new RuleLimits());
            var table = new TermTable(phrases.Select((phrase, i) => (terms.Fold(phrase).Term!, new TermUse(i, 0))));
            var hits = posts.Sum(post => (long)Hits(post, table, phrases.Length));
            var scratch = LookScratch.Begin(phrases.Length);
            var (fold, look) = Costs.OfLook(posts, text =>
            {
                table.Scan(text, scratch);
                scratch.End();
            });
            PeerLine.Write($"tarazy, {count} phrases", posts.Length, look, $"hits={hits}; on posts that are folded once for all readers");
            PeerLine.Write($"tarazy with the fold, {count} phrases", posts.Length, fold + look, $"hits={hits}");
        }
    }

    private static int Hits(string post, TermTable table, int phrases)
    {
        var text = new FoldedText();
        text.Fold(post);
        var scratch = LookScratch.Begin(phrases);
        table.Scan(text, scratch);
        var hits = new List<SlotHit>();
        foreach (var touched in scratch.Touched)
        {
            scratch.Copy(touched, 0, 0, int.MaxValue, hits);
        }

        scratch.End();
        return hits.Count;
    }

    private static string[] Tokens(string post)
    {
        var text = new FoldedText();
        text.Fold(post);
        return [.. text.Tokens.ToArray().Select(token => text.Chars.Slice(token.Start, token.Length).ToString())];
    }

    private static string[] Phrases(string[][] posts, int count)
    {
        var random = new Random(count);
        var words = posts.SelectMany(post => post).Where(word => word.Length > 3 && word.All(char.IsLetter)).Distinct(StringComparer.Ordinal).ToArray();
        var phrases = new HashSet<string>(StringComparer.Ordinal);
        while (phrases.Count < count)
        {
            var post = posts[random.Next(posts.Length)];
            var at = random.Next(Math.Max(1, post.Length - 1));
            phrases.Add(random.Next(10) switch
            {
                0 when at + 1 < post.Length && post[at].All(char.IsLetter) && post[at + 1].All(char.IsLetter) => $"{post[at]} {post[at + 1]}",
                1 => words[random.Next(words.Length)] is { Length: > 8 } one ? one : $"{words[random.Next(words.Length)]} {words[random.Next(words.Length)]}",
                _ => $"{words[random.Next(words.Length)]} {words[random.Next(words.Length)]}",
            });
        }

        return [.. phrases];
    }
}
