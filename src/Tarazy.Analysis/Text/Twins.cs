using System.Buffers;

namespace Tarazy.Analysis.Text;

/// <summary>Letters and signs that are written for one another. All tables are in folded units; pairs stand at the same place.</summary>
internal static class Twins
{
    private const string LatinUnits = "abcehikmoptxyu";
    private const string LatinAsCyrillic = "авсенікмортхуи";
    private const string CyrillicUnits = "авсенікмортхуһј";
    private const string CyrillicAsLatin = "abcehikmoptxyhj";
    private const string GreekUnits = "αβγδεηικλμνοπρστυφχω";
    private const string GreekAsCyrillic = "авгденикл" + "мвопрстуфхш";
    private const string GreekAsLatin = "abgdenikl" + "mvoppstufxw";
    private const string Signs = "034679@$€";
    private const string SignsAsCyrillic = "озчбтяасе";

    // What a Latin word inside Cyrillic text may consist of and still be Cyrillic: only pairs that look the same in print.
    private const string SameInPrint = "aceopxyABCEHKMOPTXY";
    private static readonly SearchValues<char> KazakhOnly = SearchValues.Create("әғқңөұү");

    public static bool HasCyrillicTwin(char latin) => LatinUnits.Contains(latin, StringComparison.Ordinal);

    public static bool HasLatinTwin(char cyrillic) => CyrillicUnits.Contains(cyrillic, StringComparison.Ordinal);

    /// <summary>The Cyrillic letter that a Latin or Greek letter stands for; the unit itself when it has no twin.</summary>
    public static char ToCyrillic(char unit) => Swap(Swap(unit, LatinUnits, LatinAsCyrillic), GreekUnits, GreekAsCyrillic);

    /// <summary>The Latin letter that a Cyrillic or Greek letter stands for; the unit itself when it has no twin.</summary>
    public static char ToLatin(char unit) => Swap(Swap(unit, CyrillicUnits, CyrillicAsLatin), GreekUnits, GreekAsLatin);

    /// <summary>The Cyrillic letter that a digit or sign stands for inside a word; the unit itself when it stands for none.</summary>
    public static char SignToCyrillic(char unit) => Swap(unit, Signs, SignsAsCyrillic);

    public static bool IsSign(char unit) => Signs.Contains(unit, StringComparison.Ordinal);

    public static bool SamePrint(char original) => SameInPrint.Contains(original, StringComparison.Ordinal);

    /// <summary>Whether a word has a letter that Kazakh has and Russian does not; then a Latin h stands for һ, not for н.</summary>
    public static bool IsKazakh(ReadOnlySpan<char> word) => word.ContainsAny(KazakhOnly);

    private static char Swap(char unit, string from, string to)
    {
        var at = from.IndexOf(unit, StringComparison.Ordinal);
        return at < 0 ? unit : to[at];
    }
}
