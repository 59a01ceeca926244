using System.Globalization;
using Microsoft.Extensions.Localization;
using Tarazy.Analysis.Engine;
using Tarazy.Analysis.Rules;
using Tarazy.Detect.Labels;
using Tarazy.Detect.Labels.Drawing;
using Tarazy.Records.Findings;
using Tarazy.Server.Web;

namespace Tarazy.Server.Workbench.Queue;

/// <summary>What rules say, in the reader's language.</summary>
internal sealed class RuleWords(EngineData engine, IStringLocalizer<Texts> texts, IStringLocalizer<Labels.Texts> labels, IStringLocalizer<Web.Texts> shared)
{
    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public WatchRule? Find(string rule) => engine.Rules.Rules.FirstOrDefault(r => r.Name == rule);

    /// <summary>The rule's sentence; what was stored with the finding where the rule is gone.</summary>
    public string Says(string rule, string stored) => Drawn(rule) ?? Find(rule)?.SaysIn(Language) ?? stored;

    /// <summary>How a post was drawn that no rule found; null for the finding of a rule.</summary>
    public string? Drawn(string rule) => DrawNames.Of(rule) switch
    {
        Sampling.Audit => labels["draw.audit"].Value,
        Sampling.Ranked => labels["draw.ranked", shared.Harm(DrawNames.LabelOf(rule))].Value,
        Sampling.Uncertain => labels["draw.unsure", shared.Harm(DrawNames.LabelOf(rule))].Value,
        _ => null,
    };

    public string? NotAbout(string rule) => Find(rule) is { } found
        ? found.Not.TryGetValue(Language, out var said) ? said : found.Not.GetValueOrDefault("en")
        : null;

    /// <summary>The slots that were found, in words: "offer, place, pay, contact".</summary>
    public string Slots(Finding finding) => Drawn(finding.Rule) ?? string.Join(", ", finding.Evidence.Select(e => e.Slot).Distinct().Select(Slot));

    private string Slot(string slot) => texts[$"slot.{slot}"] is { ResourceNotFound: false } known ? known.Value : slot;
}
