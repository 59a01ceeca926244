using Tarazy.Analysis.Text;

namespace Tarazy.Benchmarks.Peers;

/// <summary>
/// Brings posts to the form in which they are compared: the first line does what an ICU skeleton or decancer does, the second cuts it
/// into tokens and hashes them too, as the engine needs it.
/// </summary>
internal static class FoldRun
{
    /// <summary>Words with the letters that a fold made for English takes away.</summary>
    private static readonly string[] Letters =
        ["мой", "қазақ", "әлем", "ғылым", "үйлер", "ұлттық", "жаңа", "өлеңші", "қаһарман", "іскер", "київ", "ҷаҳон", "ӯзбек", "ўзбек", "ҡала", "һәм"];

    public static void Run(string folder)
    {
        var posts = PeerRuns.WritePosts(folder);
        PeerRuns.WriteLines(folder, "letters.txt", Letters);
        var fold = new Folding(posts.Max(post => post.Length));
        var units = 0L;
        var alone = Costs.Of(posts.Length, () => units = posts.Sum(post => (long)fold.Fold(post)));
        var (whole, _) = Costs.OfLook(posts, _ => { });
        var kept = Letters.Count(word => fold.Fold(word) == word.Length && fold.Units[..word.Length].SequenceEqual(word));
        PeerLine.Write("tarazy", posts.Length, alone, $"kept={kept} of {Letters.Length} words with letters of their own; {units / posts.Length} units a post, look-alikes and pulled-apart words read too");
        PeerLine.Write("tarazy with tokens and hashes", posts.Length, whole, $"kept={kept}; the whole of FoldedText.Fold");
    }

    /// <summary>The steps of <see cref="FoldedText.Fold(string)"/> that change units, without the tokens.</summary>
    private sealed class Folding(int mostUnits)
    {
        private readonly WordRuns _words = new();
        private readonly Unmasker _unmasker = new();
        private PositionMap _map = new();
        private char[] _units = new char[(mostUnits * SlowUnits.MostUnits) + WordRuns.Slack + UnitFolder.Slack];

        public ReadOnlySpan<char> Units => _units;

        public int Fold(string text)
        {
            var length = UnitFolder.Fold(text, _units, _map);
            _words.Read(_units, length);
            return Unmasker.Wanted(_units.AsSpan(0, length), text, _map, _words)
                ? _unmasker.Run(ref _units, length, text, ref _map, _words)
                : length;
        }
    }
}
