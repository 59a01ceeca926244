using Tarazy.Analysis.Language;
using Tarazy.Analysis.Text;

namespace Tarazy.Server.Commands.Train.Language;

/// <summary>How often a model is right on some texts, in shares of them.</summary>
/// <param name="Right">The best guess, whatever its margin.</param>
/// <param name="Sure">Guesses that are sure, and how many of those are right.</param>
internal sealed record LanguageScore(int Texts, double Right, double Sure, double RightWhenSure, double Unknown, SortedDictionary<string, double> Each)
{
    public static LanguageScore Of(LanguageModel model, IReadOnlyList<LanguageRow> rows)
    {
        var text = new FoldedText();
        var always = model.WithMargins(0, 0);
        var counts = new Dictionary<string, (int Right, int All)>(StringComparer.Ordinal);
        int sure = 0, sureRight = 0, unknown = 0, right = 0;
        foreach (var (code, content) in rows)
        {
            text.Fold(content);
            var guess = model.Guess(text);
            var hit = always.Guess(text).Code == code ? 1 : 0;
            var (before, seen) = counts.GetValueOrDefault(code);
            counts[code] = (before + hit, seen + 1);
            right += hit;
            sure += guess.Sure ? 1 : 0;
            sureRight += guess.Sure ? hit : 0;
            unknown += guess.Code == LanguageGuess.Unknown ? 1 : 0;
        }

        var each = new SortedDictionary<string, double>(counts.ToDictionary(one => one.Key, one => one.Value.Right / (double)one.Value.All), StringComparer.Ordinal);
        double all = Math.Max(1, rows.Count);
        return new LanguageScore(rows.Count, right / all, sure / all, sureRight / Math.Max(1.0, sure), unknown / all, each);
    }
}
