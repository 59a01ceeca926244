using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Tarazy.Analysis.Text;

/// <summary>
/// What each UTF-16 unit folds to and what class the folded unit has. Built once from Unicode's own properties; the exceptions
/// are written out below, each because the standard form would hurt a word of the languages we read.
/// </summary>
internal static class Units
{
    /// <summary>Marks a unit that leaves no trace.</summary>
    public const char Dropped = '\0';

    /// <summary>Marks a unit that needs more than a table: a mark, half of a pair, or a letter that becomes several.</summary>
    public const char Special = '\uFFFF';

    private const string Plain = "\u2013\u2014\u2026\u2116\u2122"; // common signs whose NFKC form would make words of them

    private static readonly Dictionary<char, string> Expansions = [];
    private static readonly char[] Folds = BuildFolds();
    private static readonly byte[] Classes = BuildClasses();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static char Fold(char unit) => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Folds), unit);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UnitClass ClassOf(char folded) => (UnitClass)Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Classes), folded);

    public static bool IsWord(char folded) => (ClassOf(folded) & UnitClass.Word) != UnitClass.None;

    /// <summary>What a letter that becomes several becomes, e.g. the ligature ﬁ; empty for any other unit.</summary>
    public static string Expansion(char unit) => Expansions.GetValueOrDefault(unit, string.Empty);

    private static char[] BuildFolds()
    {
        var folds = new char[65_536];
        for (var i = 0; i < folds.Length; i++)
        {
            folds[i] = FoldOne((char)i);
        }

        return folds;
    }

    private static char FoldOne(char unit)
    {
        if (unit < '\u0080')
        {
            return unit is < ' ' or '\u007F' ? (unit == '\n' ? '\n' : ' ') : char.ToLowerInvariant(unit);
        }

        if (Chosen(unit) is { } chosen)
        {
            return chosen;
        }

        return CharUnicodeInfo.GetUnicodeCategory(unit) switch
        {
            UnicodeCategory.Surrogate => Special,
            UnicodeCategory.Control or UnicodeCategory.Format => Dropped,
            UnicodeCategory.SpaceSeparator => ' ',
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => '\n',
            UnicodeCategory.EnclosingMark => Special,
            UnicodeCategory.NonSpacingMark => FoldMark(unit),
            UnicodeCategory.OtherLetter when unit is (>= '\u3400' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3') => unit,
            UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => unit,
            _ => FoldCompatible(unit),
        };
    }

    /// <summary>Where we do not follow the standard.</summary>
    private static char? Chosen(char unit) => unit switch
    {
        '\u0401' or '\u0451' => 'е', // ё is written е as often as not
        '\u0130' or '\u0131' => 'i', // a capital I does not tell which of the two Turkic letters it is
        '\u2018' or '\u2019' or '\u02BB' or '\u02BC' or '\u02B9' or '\uA78C' => '\'', // all are typed as the apostrophe of oʻ, п'ять
        >= '\u2010' and <= '\u2026' => unit, // dashes, quotes and the ellipsis stay signs of one unit
        '\u2028' or '\u2029' or '\u0085' => '\n',
        '\u2800' or '\u3164' or '\uFFA0' or '\u115F' or '\u1160' => ' ', // blanks that count as letters or symbols
        '\u034F' or '\u0640' or (>= '\uFE00' and <= '\uFE0F') or (>= '\u180B' and <= '\u180E') => Dropped,
        '\u00A8' or '\u00AF' or '\u00B4' or '\u00B8' => unit, // would become a blank and a stray mark
        '\u03C2' => 'σ',
        _ when Plain.Contains(unit, StringComparison.Ordinal) => unit,
        _ => null,
    };

    private static char FoldMark(char unit) => unit switch
    {
        <= '\u036F' or (>= '\u0483' and <= '\u0487') or (>= '\u1AB0' and <= '\u1AFF') or (>= '\u1DC0' and <= '\u1DFF')
            or (>= '\u20D0' and <= '\u20FF') or (>= '\uFE20' and <= '\uFE2F') => Special,
        (>= '\u0591' and <= '\u05C7') or (>= '\u064B' and <= '\u0652') or '\u0670' => Dropped, // vowel points, written at will
        _ => unit, // marks that Indic and other scripts need
    };

    private static char FoldCompatible(char unit)
    {
        var normal = unit.ToString().Normalize(NormalizationForm.FormKC);
        if (normal.Length == 1)
        {
            return char.ToLowerInvariant(normal[0]);
        }

        var kept = new StringBuilder(normal.Length);
        foreach (var part in normal)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(part) is not UnicodeCategory.NonSpacingMark || Rebuilt(unit))
            {
                kept.Append(char.ToLowerInvariant(part));
            }
        }

        Expansions[unit] = kept.ToString();
        return Special;
    }

    /// <summary>Letters that Unicode never composes (Indic nukta letters) keep their marks.</summary>
    private static bool Rebuilt(char unit) => unit is >= '\u0900' and <= '\u0FFF';

    private static byte[] BuildClasses()
    {
        var classes = new byte[65_536];
        for (var i = 0; i < classes.Length; i++)
        {
            classes[i] = (byte)ClassOne((char)i);
        }

        return classes;
    }

    private static UnitClass ClassOne(char unit) => unit switch
    {
        >= '0' and <= '9' => UnitClass.Word | UnitClass.Digit,
        >= 'a' and <= 'z' => UnitClass.Word | UnitClass.Latin | (Twins.HasCyrillicTwin(unit) ? UnitClass.None : UnitClass.OnlyLatin),
        '.' or ':' or '@' or '$' or '€' or '/' or '\\' or '-' => UnitClass.Joins,
        (>= '\u0400' and <= '\u0481') or (>= '\u048A' and <= '\u052F') =>
            UnitClass.Word | UnitClass.Cyrillic | (Twins.HasLatinTwin(unit) ? UnitClass.None : UnitClass.OnlyCyrillic),
        >= '\u0391' and <= '\u03C9' => UnitClass.Word | UnitClass.Greek,
        >= '\uD800' and <= '\uDFFF' => UnitClass.None,
        _ => ClassByCategory(unit),
    };

    private static UnitClass ClassByCategory(char unit) => CharUnicodeInfo.GetUnicodeCategory(unit) switch
    {
        UnicodeCategory.DecimalDigitNumber => UnitClass.Word | UnitClass.Digit,
        UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter when unit < '\u0250' || unit is >= '\u1E00' and <= '\u1EFF' =>
            UnitClass.Word | UnitClass.Latin | UnitClass.OnlyLatin,
        UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.NonSpacingMark => UnitClass.Word,
        _ => UnitClass.None,
    };
}
