using System.Buffers;
using System.Collections.Frozen;

namespace Tarazy.Analysis.Text;

/// <summary>Letters and signs that are written for one another. All tables are in folded units; pairs stand at the same place.</summary>
internal static class Twins
{
    private const string LatinUnits = "abcehikmoptxyu";
    private const string LatinAsCyrillic = "авсенікмортхуи";
    private const string CyrillicUnits = "авсенікмортхуһјѕԁԛԝӏ";
    private const string CyrillicAsLatin = "abcehikmoptxyhjsdqwl";
    private const string GreekUnits = "αβγδεηικλμνοπρστυφχω";
    private const string GreekAsCyrillic = "авгденикл" + "мвопрстуфхш";
    private const string GreekAsLatin = "abgdenikl" + "mvoppstufxw";

    // Latin letters that only the mixed word itself shows to be Cyrillic: alone they are plainly Latin.
    private const string WeakUnits = "nrwəɵʏɜ";
    private const string WeakAsCyrillic = "пгшәөүз";

    // Letters of scripts further off that look like ours.
    private const string OddUnits = "օոսհⲟⲣⲥסⵔ";
    private const string OddAsCyrillic = "опинорсоо";

    private const string Signs = "034679@$€8";
    private const string SignsAsCyrillic = "озчбтяасев";
    private const string LatinSigns = "013457@$€";
    private const string SignsAsLatin = "oieastase";

    // What a Latin word inside Cyrillic text may consist of and still be Cyrillic: only pairs that look the same in print.
    private const string SameInPrint = "aceopxyABCEHKMOPTXY";
    private static readonly SearchValues<char> KazakhOnly = SearchValues.Create("әғқңөұү");
    private static readonly FrozenDictionary<char, char> Cyrillic = Table((GreekUnits, GreekAsCyrillic), (OddUnits, OddAsCyrillic), (LatinUnits, LatinAsCyrillic));
    private static readonly FrozenDictionary<char, char> Weak = Table((WeakUnits, WeakAsCyrillic));

    public static bool HasCyrillicTwin(char latin) => LatinUnits.Contains(latin, StringComparison.Ordinal);

    public static bool HasLatinTwin(char cyrillic) => CyrillicUnits.Contains(cyrillic, StringComparison.Ordinal);

    /// <summary>The Cyrillic letter that a Latin, Greek or odd letter stands for; the unit itself when it has no twin.</summary>
    public static char ToCyrillic(char unit) => Cyrillic.GetValueOrDefault(unit, unit);

    /// <summary>The Cyrillic letter that a Latin letter stands for in a word whose other letters only Cyrillic has.</summary>
    public static char ToCyrillicWeakly(char unit) => Weak.GetValueOrDefault(unit, unit);

    /// <summary>The Latin letter that a Cyrillic or Greek letter stands for; the unit itself when it has no twin.</summary>
    public static char ToLatin(char unit) => Swap(Swap(unit, CyrillicUnits, CyrillicAsLatin), GreekUnits, GreekAsLatin);

    /// <summary>The Cyrillic letter that a digit or sign stands for inside a word; the unit itself when it stands for none.</summary>
    public static char SignToCyrillic(char unit) => Swap(unit, Signs, SignsAsCyrillic);

    /// <summary>The Latin letter that a digit or sign stands for inside a word.</summary>
    public static char SignToLatin(char unit) => Swap(unit, LatinSigns, SignsAsLatin);

    /// <summary>@, $ and €: signs that stand for letters inside words.</summary>
    public static bool IsSign(char unit) => unit is '@' or '$' or '€';

    public static bool SamePrint(char original) => SameInPrint.Contains(original, StringComparison.Ordinal);

    /// <summary>Whether a word has a letter that Kazakh has and Russian does not; then a Latin h may stand for һ.</summary>
    public static bool IsKazakh(ReadOnlySpan<char> word) => word.ContainsAny(KazakhOnly);

    private static char Swap(char unit, string from, string to)
    {
        var at = from.IndexOf(unit, StringComparison.Ordinal);
        return at < 0 ? unit : to[at];
    }

    private static FrozenDictionary<char, char> Table(params ReadOnlySpan<(string From, string To)> parts)
    {
        var table = new Dictionary<char, char>();
        foreach (var (from, to) in parts)
        {
            for (var i = 0; i < from.Length; i++)
            {
                table.TryAdd(from[i], to[i]);
            }
        }

        return table.ToFrozenDictionary();
    }
}
