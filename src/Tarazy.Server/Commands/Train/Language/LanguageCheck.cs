using System.Globalization;
using Tarazy.Analysis.Language;

namespace Tarazy.Server.Commands.Train.Language;

/// <summary>Measures a language model on texts it was not made of, and says so as a table.</summary>
internal static class LanguageCheck
{
    public static void Report(LanguageModel model, IEnumerable<LanguagePart> parts, TextWriter to)
    {
        to.WriteLine($"{model.Codes.Count} languages in play.");
        to.WriteLine("| texts | number | right | sure | right when sure | unknown |");
        to.WriteLine("| --- | --- | --- | --- | --- | --- |");
        var each = new List<string>();
        foreach (var part in parts)
        {
            var score = LanguageScore.Of(model, part.Rows);
            to.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {part.Name} | {score.Texts} | {score.Right:0.000} | {score.Sure:0.000} | {score.RightWhenSure:0.000} | {score.Unknown:0.000} |"));
            each.Add($"{part.Name}: {string.Join(' ', score.Each.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key} {one.Value:0.000}")))}.");
        }

        each.ForEach(to.WriteLine);
    }
}
