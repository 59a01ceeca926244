using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Language;

/// <summary>Where the sentences of a folded text end: at a new line, or at an ending sign that is not an initial's or a number's.</summary>
internal static class SentenceEnds
{
    private const int ShortestBeforeDot = 2;

    /// <summary>
    /// The token after the sentence that begins with token <paramref name="first"/>, and the unit at which the sentence ends.
    /// </summary>
    public static int Next(FoldedText text, int first, out int unit)
    {
        var tokens = text.Tokens;
        var units = text.Chars;
        for (var i = first; i < tokens.Length; i++)
        {
            var end = tokens[i].Start + tokens[i].Length;
            var next = i + 1 < tokens.Length ? tokens[i + 1].Start : units.Length;
            unit = End(units, end, next, tokens[i].Length >= ShortestBeforeDot);
            if (unit >= 0)
            {
                return i + 1;
            }
        }

        unit = units.Length;
        return tokens.Length;
    }

    /// <summary>The unit after the ending sign between two tokens; -1 when the sentence goes on.</summary>
    private static int End(ReadOnlySpan<char> units, int from, int to, bool dotEnds)
    {
        var end = -1;
        for (var i = from; i < to; i++)
        {
            switch (units[i])
            {
                case '\n':
                    return end < 0 ? i : end;
                case '!' or '?' or '\u2026' or '\u3002' or '\u061F' or '\u0964':
                case '.' when dotEnds && (i + 1 == units.Length || units[i + 1] is ' ' or '\n' or '.' or '"' or '»' or ')'):
                    end = i + 1;
                    break;
                default:
                    break;
            }
        }

        return end;
    }
}
