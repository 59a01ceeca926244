using Tarazy.Analysis.Rules.Matching;
using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Rules.Loading;

/// <summary>Folds what was written as posts are folded, and refuses what would begin too many words or none.</summary>
internal sealed class TermFolder(RuleLimits limits)
{
    /// <summary>A shorter stem begins too many words to mean one; beside other words two letters will do.</summary>
    private const int ShortestStem = 3;

    private readonly FoldedText _folded = new();

    /// <returns>The term, or what is wrong with it.</returns>
    public (Term? Term, string Says, string Mend) Fold(string written)
    {
        var words = new List<TermWord>();
        foreach (var part in written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var stem = part.EndsWith('*');
            _folded.Fold(stem ? part[..^1] : part);
            var tokens = _folded.Tokens;
            for (var i = 0; i < tokens.Length; i++)
            {
                words.Add(new TermWord(_folded.Chars.Slice(tokens[i].Start, tokens[i].Length).ToString(), stem && i == tokens.Length - 1));
            }
        }

        return Mend(written, words) is var (says, mend) ? (null, says, mend) : (new Term(written, words), "", "");
    }

    private (string Says, string Mend)? Mend(string written, List<TermWord> words) =>
        words.Count == 0 ? ($"\"{written}\" holds no word.", "Write a word, a stem*, a \"phrase\" or a $signal.")
        : Array.Exists(written.Split((char[]?)null), part => part.TrimEnd('*').Contains('*', StringComparison.Ordinal))
            ? ($"\"{written}\" has a star inside a word.", "A star stands only at the end of a word: stem*.")
        : words.Count > 1 && words.TrueForAll(word => word.Stem && word.Text.Length < ShortestStem)
            ? ($"\"{written}\" holds only short stems.", "Write one of its words out.")
        : words.Exists(word => word.Stem && word.Text.Length < ShortestStem - (words.Count > 1 ? 1 : 0))
            ? ($"A stem in \"{written}\" is too short.", "Write more letters, or the words it stands for.")
        : words.TrueForAll(word => word.Stem ? word.Text.Length < ShortestStem : word.Text.Length == 0)
            ? ($"\"{written}\" holds only short stems.", "Write one of its words out.")
        : words.Count > limits.Words ? ($"\"{written}\" has more than {limits.Words} words.", "Use a shorter phrase, or two slots.")
        : null;
}
