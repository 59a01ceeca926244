namespace Tarazy.Analysis.Text.Spelling;

/// <summary>Cuts a Latin word into the spellings that may stand for Cyrillic letters, the longest first.</summary>
internal static class LatinPieces
{
    private static readonly string[] Several =
    [
        "shch", "sch", "shh", "zh", "kh", "gh", "ng", "ts", "tz", "ch", "sh", "ya", "ja", "ia", "yu", "ju", "iu", "yo", "jo", "io", "ye", "je", "ie", "yi", "ji", "ph",
    ];

    /// <summary>Units of the piece at the beginning of <paramref name="rest"/>; one when no longer one fits.</summary>
    public static int Length(ReadOnlySpan<char> rest)
    {
        foreach (var piece in Several)
        {
            if (rest.StartsWith(piece, StringComparison.Ordinal))
            {
                return piece.Length;
            }
        }

        return 1;
    }
}
