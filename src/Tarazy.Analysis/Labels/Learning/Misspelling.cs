using Tarazy.Analysis.Language;

namespace Tarazy.Analysis.Labels.Learning;

/// <summary>
/// Copies of rows with two inner letters of many words changed over, as people mistype or hide them. A model that learnt from both keeps
/// finding what it found; thresholds and scores are still of the texts as they were given.
/// </summary>
internal static class Misspelling
{
    /// <summary>Of ten words that are long enough so many are changed.</summary>
    private const int OfTen = 4;

    private const int FewestInner = 2;

    /// <summary>The rows and behind them their copies, each in the group of its row.</summary>
    public static IReadOnlyList<LabelRow> WithCopies(IReadOnlyList<LabelRow> rows, ulong seed)
    {
        var random = new SeededRandom(seed);
        LabelRow[] grouped = [.. rows.Select((row, i) => row with { Group = row.Group ?? $"\0{i}" })];
        return [.. grouped, .. grouped.Select(row => row with { Text = Misspell(row.Text, random), Tunes = false })];
    }

    public static string Misspell(string text, SeededRandom random) => string.Create(text.Length, (text, random), (letters, given) =>
    {
        given.text.CopyTo(letters);
        for (int at = 0, end; at < letters.Length; at = end + 1)
        {
            end = at;
            while (end < letters.Length && char.IsLetter(letters[end]))
            {
                end++;
            }

            var inner = end - at - 2;
            if (inner >= FewestInner && given.random.Below(10) < OfTen)
            {
                var first = at + 1 + given.random.Below(inner - 1);
                (letters[first], letters[first + 1]) = (letters[first + 1], letters[first]);
            }
        }
    });
}
