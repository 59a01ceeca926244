using Tarazy.Analysis.Language;

namespace Tarazy.Server.Commands.Train.Language;

/// <summary>Texts that were kept apart, under the name by which their score is known.</summary>
internal sealed record LanguagePart(string Name, IReadOnlyList<LanguageRow> Rows);

/// <summary>What a model learns from, and what it is then measured on.</summary>
internal static class LanguageParts
{
    public static List<LanguageRow> Learnt(IEnumerable<LanguageSample> samples) => [.. samples.Where(sample => !sample.Apart).Select(sample => sample.Row)];

    public static IEnumerable<LanguagePart> Of(IEnumerable<LanguageSample> samples)
    {
        var apart = samples.Where(sample => sample.Apart).ToList();
        var ntrex = Rows(apart, "ntrex");
        yield return new LanguagePart("NTREX 801-1000, sentences", ntrex);
        yield return new LanguagePart("NTREX 801-1000, 5 words", Pieces(ntrex, 5));
        yield return new LanguagePart("NTREX 801-1000, 2 words", Pieces(ntrex, 2));
        yield return new LanguagePart("FLORES, sentences", Rows(apart, "flores"));
        yield return new LanguagePart("UDHR, paragraphs", Rows(apart, "udhr"));
        foreach (var kind in apart.Where(sample => sample.Set is "lingua" or "hard").GroupBy(sample => $"{sample.Set}, {sample.Kind}"))
        {
            yield return new LanguagePart(kind.Key, [.. kind.Select(sample => sample.Row)]);
        }
    }

    private static List<LanguageRow> Rows(IEnumerable<LanguageSample> samples, string set) =>
        [.. samples.Where(sample => sample.Set == set).Select(sample => sample.Row)];

    /// <summary>Every third piece of so many words, so that sentences weigh by their length but not too much.</summary>
    private static List<LanguageRow> Pieces(IEnumerable<LanguageRow> rows, int words)
    {
        List<LanguageRow> pieces = [];
        foreach (var row in rows)
        {
            var parts = row.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i + words <= parts.Length; i += words * 3)
            {
                pieces.Add(row with { Text = string.Join(' ', parts[i..(i + words)]) });
            }
        }

        return pieces;
    }
}
