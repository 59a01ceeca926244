using System.Globalization;
using Tarazy.Analysis.Engine;
using Tarazy.Analysis.Rules;
using Tarazy.Detect.Readings;
using Tarazy.Server.Web;

namespace Tarazy.Server.Workbench.Rules;

/// <summary>The rules, to read.</summary>
internal static class RulesPages
{
    public static void MapRules(this IEndpointRouteBuilder routes) => routes.MapGet("/desk/rules", ShowAsync);

    private static async Task<IResult> ShowAsync(EngineData engine, Detections detections, CancellationToken cancel)
    {
        var counts = (await detections.CountsAsync(cancel)).Rules.ToLookup(r => r.Rule);
        return Page.Of<RulesPage>(new RulesView([.. engine.Rules.Rules.Select(r => View(r, counts[r.Name].Sum(c => c.Findings)))]));
    }

    private static RuleView View(WatchRule rule, long findings)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        return new RuleView(
            rule.Name,
            rule.Version,
            rule.State.ToString().ToLowerInvariant(),
            rule.Harm,
            rule.SaysIn(language),
            rule.Not.TryGetValue(language, out var not) ? not : rule.Not.GetValueOrDefault("en"),
            rule.Languages,
            [.. rule.Examples.Select(e => new RuleExampleView(e.Text, e.Language, e.Matches))],
            findings);
    }
}
