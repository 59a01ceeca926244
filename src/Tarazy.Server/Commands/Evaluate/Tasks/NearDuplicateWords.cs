using System.Text;
using System.Text.RegularExpressions;
using Tarazy.Analysis.Text;

namespace Tarazy.Server.Commands.Evaluate.Tasks;

/// <summary>
/// Words as the near-duplicate set counts them: runs of letters, digits and underscores in lower case, after web addresses and
/// handles are taken out. The engine's own words differ (ё is е, disguised letters are mended), which moves a pair at the border.
/// </summary>
internal static partial class NearDuplicateWords
{
    /// <summary>Shorter texts are in no pair of the set; the shortest that is has eight words.</summary>
    private const int FewestWords = 8;

    public static ulong[] Of(string text)
    {
        var plain = Left().Replace(text, " ").ToLowerInvariant();
        var words = new List<ulong>();
        var (start, at) = (-1, 0);
        foreach (var rune in plain.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value == '_' || Rune.IsNumber(rune))
            {
                start = start < 0 ? at : start;
            }
            else if (start >= 0)
            {
                words.Add(TokenHash.Of(plain.AsSpan(start..at)));
                start = -1;
            }

            at += rune.Utf16SequenceLength;
        }

        if (start >= 0)
        {
            words.Add(TokenHash.Of(plain.AsSpan(start)));
        }

        return words.Count < FewestWords ? [] : [.. words];
    }

    [GeneratedRegex(@"https?://\S+|@[\p{L}\p{N}_]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Left();
}
