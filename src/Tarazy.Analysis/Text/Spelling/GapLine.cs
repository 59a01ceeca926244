using System.Text;

namespace Tarazy.Analysis.Text.Spelling;

/// <summary>Words that stand beside each other with nothing but blanks between, written without the blanks.</summary>
/// <param name="Begins">For each letter, whether a new word begins with it.</param>
internal readonly record struct GapLine(string Letters, bool[] Begins)
{
    private const int Longest = 400;

    public static IEnumerable<GapLine> All(string text)
    {
        var letters = new StringBuilder();
        var begins = new List<bool>();
        var blank = false;
        foreach (var unit in text.ToLowerInvariant().Replace('ё', 'е') + "\n")
        {
            if (char.IsLetter(unit))
            {
                letters.Append(unit);
                begins.Add(blank && letters.Length > 1);
                blank = false;
            }
            else if (unit is ' ' or '\'' or '\u2019' && letters.Length < Longest)
            {
                blank |= unit == ' ';
            }
            else if (letters.Length > 0)
            {
                yield return new GapLine(letters.ToString(), [.. begins]);
                letters.Clear();
                begins.Clear();
                blank = false;
            }
        }
    }
}
