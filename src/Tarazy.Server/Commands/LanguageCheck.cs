using System.Globalization;
using Tarazy.Analysis.Language;
using Tarazy.Analysis.Text;

namespace Tarazy.Server.Commands;

/// <summary>Measures a language model on texts it was not made of, and says so line by line.</summary>
internal static class LanguageCheck
{
    private static readonly string[] Expected =
        "kk ru uk be ky uz tg tt ba mn az tk tr en de fr es bg mk sr fa ar hy ka".Split(' ');

    public static void Report(LanguageModel model, IEnumerable<LanguageSample> apart, TextWriter to)
    {
        var samples = apart.Where(sample => sample.Set != "flores").ToList();
        var ntrex = samples.Where(sample => sample.Set == "ntrex").ToList();
        Line(model, "NTREX 801-1000, sentences", ntrex, to);
        Line(model, "NTREX 801-1000, 5 words", Pieces(ntrex, 5), to);
        Line(model, "NTREX 801-1000, 2 words", Pieces(ntrex, 2), to);
        foreach (var kind in samples.Where(sample => sample.Set != "ntrex").GroupBy(sample => $"{sample.Set}, {sample.Kind}"))
        {
            Line(model, kind.Key, kind, to);
        }
    }

    /// <summary>Every third piece of so many words, so that sentences weigh by their length but not too much.</summary>
    private static IEnumerable<LanguageSample> Pieces(IEnumerable<LanguageSample> samples, int words)
    {
        foreach (var sample in samples)
        {
            var parts = sample.Row.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i + words <= parts.Length; i += words * 3)
            {
                yield return sample with { Row = sample.Row with { Text = string.Join(' ', parts[i..(i + words)]) } };
            }
        }
    }

    private static void Line(LanguageModel model, string name, IEnumerable<LanguageSample> samples, TextWriter to)
    {
        var text = new FoldedText();
        var always = model.WithMargins(0, 0);
        var right = new Dictionary<string, (int Right, int All)>(StringComparer.Ordinal);
        int sure = 0, sureRight = 0, unknown = 0, any = 0, all = 0;
        foreach (var (code, content) in samples.Select(sample => sample.Row).Where(row => Expected.Contains(row.Code)))
        {
            text.Fold(content);
            var guess = model.Guess(text);
            var hit = always.Guess(text).Code == code;
            var (before, seen) = right.GetValueOrDefault(code);
            right[code] = (before + (hit ? 1 : 0), seen + 1);
            any += hit ? 1 : 0;
            all++;
            sure += guess.Sure ? 1 : 0;
            sureRight += guess.Sure && hit ? 1 : 0;
            unknown += guess.Code == LanguageGuess.Unknown ? 1 : 0;
        }

        var each = string.Join(' ', right.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value.Right / (double)pair.Value.All:0.000}")));
        to.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {any / (double)all:0.0000} of {all}; sure {sure / (double)all:0.000} of them and then right {sureRight / (double)Math.Max(1, sure):0.0000}; unknown {unknown / (double)all:0.000}; {each}"));
    }
}
