namespace Tarazy.Analysis.Language;

/// <summary>The alphabets that several languages share. All others tell their language, or nearly, by themselves.</summary>
internal enum WordScript : byte
{
    Cyrillic = 0,
    Latin = 1,
    Arabic = 2,
    Other = 3,
}

internal static class WordScripts
{
    public const int Count = 4;

    /// <summary>The script of a folded word: of its first letter, because the fold leaves no word in two.</summary>
    public static WordScript Of(ReadOnlySpan<char> word)
    {
        var first = 0;
        while (first < word.Length - 1 && word[first] < 'a')
        {
            first++; // digits and apostrophes before the letters
        }

        return word[first] switch
        {
            >= '\u0400' and <= '\u052F' => WordScript.Cyrillic,
            < '\u0250' or (>= '\u1E00' and <= '\u1EFF') => WordScript.Latin,
            (>= '\u0600' and <= '\u077F') or (>= '\uFB50' and <= '\uFEFF') => WordScript.Arabic,
            _ => WordScript.Other,
        };
    }
}
