using System.Buffers;
using System.Text.RegularExpressions;

namespace Tarazy.Peers.Systems;

/// <summary>SearchValues of the base library, which says where but not which, and a compiled Regex of alternatives.</summary>
internal static class PhrasesPeer
{
    /// <summary>A Regex of so many alternatives takes half a millisecond a post.</summary>
    private const int PostsForRegex = 400;

    public static void Run(string folder)
    {
        var posts = Measured.Lines(folder, "tokens.txt");
        foreach (var count in (int[])[10_000, 1_000])
        {
            var phrases = Array.ConvertAll(Measured.Lines(folder, $"phrases-{count}.txt"), phrase => $" {phrase} ");
            var values = SearchValues.Create(phrases, StringComparison.Ordinal);
            var hits = 0;
            var cost = Measured.Cost(posts.Length, () => hits = posts.Sum(post => Count(post, values)));
            Measured.Line($"SearchValues, {count} phrases", posts.Length, cost, $"{hits} places; it does not say which");
        }

        var some = posts[..PostsForRegex];
        var regex = new Regex(string.Join('|', Measured.Lines(folder, "phrases-1000.txt").Select(phrase => $" {Regex.Escape(phrase)} ")), RegexOptions.Compiled | RegexOptions.CultureInvariant, TimeSpan.FromMinutes(1));
        var found = 0;
        var each = Measured.Cost(some.Length, () => found = some.Sum(post => regex.Count(post)));
        Measured.Line("Regex, 1000 phrases", some.Length, each, $"{found} places in {some.Length} posts; compiled");
    }

    private static int Count(string post, SearchValues<string> values)
    {
        var count = 0;
        for (var rest = post.AsSpan(); rest.IndexOfAny(values) is var at and >= 0; rest = rest[(at + 1)..])
        {
            count++;
        }

        return count;
    }
}
