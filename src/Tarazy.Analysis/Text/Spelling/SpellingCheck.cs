using Tarazy.Analysis.Language;

namespace Tarazy.Analysis.Text.Spelling;

/// <summary>How well a model reads texts that it has not seen, in spellings drawn at random.</summary>
/// <param name="Words">Words that were written in Latin and read back.</param>
/// <param name="Known">Share read back letter for letter (ё as е) when the language is known.</param>
/// <param name="Unknown">The same when it is not.</param>
/// <param name="EndsFound">Share of the ends of words that were found in letters without gaps.</param>
/// <param name="EndsRight">Share of the ends found that are ends.</param>
public readonly record struct SpellingCheck(int Words, double Known, double Unknown, double EndsFound, double EndsRight)
{
    private const ulong Seed = 7;

    /// <param name="code">Code of the language that the texts are in: ru, uk or kk.</param>
    /// <param name="texts">In Cyrillic. They are written in Latin with a fixed seed, so one set gives one result.</param>
    public static SpellingCheck Of(SpellingModel model, string code, IReadOnlyList<string> texts)
    {
        var random = new SeededRandom(Seed);
        int words = 0, known = 0, unknown = 0, both = 0, found = 0, ends = 0;
        foreach (var text in texts)
        {
            var speller = new LatinSpeller(code, random);
            foreach (var word in SpeltWord.All(text).Select(word => SpeltWord.Spell(word, speller)).Where(word => word.Latin.Length is > 0 and <= LatinReader.LongestWord))
            {
                words++;
                known += Reads(model, word, SpeltLanguage.Of(code)) ? 1 : 0;
                unknown += Reads(model, word, SpeltLanguage.Unknown) ? 1 : 0;
            }

            foreach (var line in GapLine.All(text))
            {
                var begins = new bool[line.Letters.Length];
                WordEnds.Find(model, line.Letters, begins);
                both += begins.Zip(line.Begins).Count(pair => pair.First && pair.Second);
                found += begins.Count(begin => begin);
                ends += line.Begins.Count(begin => begin);
            }
        }

        return new SpellingCheck(words, Share(known, words), Share(unknown, words), Share(both, ends), Share(both, found));
    }

    private static bool Reads(SpellingModel model, SpeltWord word, int language)
    {
        Span<char> cyrillic = stackalloc char[LatinReader.LongestWord * LatinReader.MostLetters];
        Span<int> places = stackalloc int[LatinReader.LongestWord * LatinReader.MostLetters];
        var length = LatinReader.Read(model, word.Latin, language, cyrillic, places);
        return cyrillic[..length].SequenceEqual(word.Cyrillic);
    }

    private static double Share(int part, int whole) => (double)part / Math.Max(1, whole);
}
