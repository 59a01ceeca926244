using System.Text;
using Tarazy.Analysis.Language;

namespace Tarazy.Analysis.Text.Spelling;

/// <summary>Learns a <see cref="SpellingModel"/> from Cyrillic texts. One seed and one order of texts make one model.</summary>
public static class SpellingTrainer
{
    private const int Rounds = 4;
    private const int Bits = 18;
    private const int MostChoices = 8;
    private const ulong Seed = 20_261;

    /// <param name="texts">Of ru, uk and kk; others are passed over.</param>
    public static SpellingModel Train(IReadOnlyList<LanguageRow> texts)
    {
        var rows = texts.Where(text => SpeltLanguage.Of(text.Code) != SpeltLanguage.Unknown).ToArray();
        var random = new SeededRandom(Seed);
        var choices = Choices(rows, random);
        var letters = new Perceptron(Bits);
        var gaps = new Perceptron(Bits);
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(rows.AsSpan());
            foreach (var row in rows)
            {
                var speller = new LatinSpeller(row.Code, random);
                // One text in three is read without knowing its language.
                var language = random.Below(3) == 0 ? SpeltLanguage.Unknown : SpeltLanguage.Of(row.Code);
                foreach (var word in SpeltWord.All(row.Text))
                {
                    LearnWord(SpeltWord.Spell(word, speller), choices, language, letters);
                }

                foreach (var line in GapLine.All(row.Text))
                {
                    LearnGaps(line, gaps);
                }
            }
        }

        return new SpellingModel(letters.Finish(), gaps.Finish(), choices);
    }

    private static Dictionary<string, string[]> Choices(LanguageRow[] rows, SeededRandom random)
    {
        var counts = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var speller = new LatinSpeller(row.Code, random);
            foreach (var (latin, cyrillic) in SpeltWord.All(row.Text).SelectMany(word => SpeltWord.Spell(word, speller).Pieces()))
            {
                var ways = counts.TryGetValue(latin, out var known) ? known : counts[latin] = new Dictionary<string, int>(StringComparer.Ordinal);
                ways[cyrillic] = ways.GetValueOrDefault(cyrillic) + 1;
            }
        }

        return counts.ToDictionary(pair => pair.Key, pair => Usual(pair.Value), StringComparer.Ordinal);
    }

    private static string[] Usual(Dictionary<string, int> ways)
    {
        var fewest = Math.Max(3, ways.Values.Sum() / 2000);
        var usual = ways.Where(way => way.Value >= fewest && way.Key.Length <= LatinReader.MostLetters)
            .OrderByDescending(way => way.Value).ThenBy(way => way.Key, StringComparer.Ordinal).Take(MostChoices).Select(way => way.Key).ToArray();
        return usual.Length > 0 ? usual : [ways.OrderByDescending(way => way.Value).ThenBy(way => way.Key, StringComparer.Ordinal).First().Key];
    }

    private static void LearnWord(SpeltWord word, Dictionary<string, string[]> choices, int language, Perceptron letters)
    {
        Span<ulong> features = stackalloc ulong[PieceContext.Count];
        var read = new StringBuilder();
        var at = 0;
        foreach (var (latin, cyrillic) in word.Pieces())
        {
            if (choices.TryGetValue(latin, out var ways) && ways.Length > 1 && ways.Contains(cyrillic, StringComparer.Ordinal))
            {
                PieceContext.Features(word.Latin, at, latin.Length, read.ToString(), language, features);
                var (best, most) = (ways[0], float.MinValue);
                foreach (var way in ways)
                {
                    var score = letters.Score(features, PieceContext.Choice(way));
                    (best, most) = score > most ? (way, score) : (best, most);
                }

                if (best != cyrillic)
                {
                    letters.Move(features, PieceContext.Choice(cyrillic), 1);
                    letters.Move(features, PieceContext.Choice(best), -1);
                }

                letters.Step();
            }

            read.Append(cyrillic);
            at += latin.Length;
        }
    }

    private static void LearnGaps(GapLine line, Perceptron gaps)
    {
        Span<ulong> features = stackalloc ulong[GapContext.Count];
        var start = 0;
        for (var at = 1; at < line.Letters.Length; at++)
        {
            GapContext.Features(line.Letters, at, start, features);
            var ends = line.Begins[at];
            if (gaps.Score(features, GapContext.Ends) > 0 != ends)
            {
                gaps.Move(features, GapContext.Ends, ends ? 1 : -1);
            }

            gaps.Step();
            start = ends ? at : start;
        }
    }
}
