using System.Text;

namespace Tarazy.Analysis.Text.Spelling;

/// <summary>One Cyrillic word and how it was written in Latin, letter by letter.</summary>
/// <param name="Latin">The whole Latin word.</param>
/// <param name="Cyrillic">Its folded Cyrillic letters.</param>
/// <param name="Places">Where in the Latin word each letter's spelling begins.</param>
internal readonly record struct SpeltWord(string Latin, string Cyrillic, int[] Places)
{
    /// <summary>The words of a text that are wholly Cyrillic, in small letters.</summary>
    public static IEnumerable<string> All(string text)
    {
        var word = new StringBuilder();
        foreach (var unit in text.ToLowerInvariant() + " ")
        {
            if (unit is (>= '\u0430' and <= '\u045F') or (>= '\u048A' and <= '\u052F') || (unit is '\'' or '\u2019' or '\u02BC' && word.Length > 0))
            {
                word.Append(unit is '\u2019' or '\u02BC' ? '\'' : unit);
            }
            else if (word.Length > 0)
            {
                var whole = word.ToString().TrimEnd('\'');
                word.Clear();
                if (whole.Length <= LatinReader.LongestWord / 2 && !char.IsAsciiLetterOrDigit(unit))
                {
                    yield return whole;
                }
            }
        }
    }

    public static SpeltWord Spell(string word, LatinSpeller speller)
    {
        var latin = new StringBuilder();
        var places = new int[word.Length];
        for (var i = 0; i < word.Length; i++)
        {
            var spelt = speller.Of(word[i]);
            // A letter that is not written belongs to the one before it.
            places[i] = spelt.Length == 0 ? Math.Max(0, latin.Length - 1) : latin.Length;
            latin.Append(spelt);
        }

        return new SpeltWord(latin.ToString(), word.Replace('ё', 'е'), places);
    }

    /// <summary>The pieces of the Latin word, each with the Cyrillic letters that begin in it.</summary>
    public IEnumerable<(string Latin, string Cyrillic)> Pieces()
    {
        for (int at = 0, letter = 0; at < Latin.Length;)
        {
            var end = at + LatinPieces.Length(Latin.AsSpan(at));
            var from = letter;
            while (letter < Cyrillic.Length && Places[letter] < end)
            {
                letter++;
            }

            yield return (Latin[at..end], Cyrillic[from..letter]);
            at = end;
        }
    }
}
