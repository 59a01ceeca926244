using System.Globalization;
using Tarazy.Detect.Readings;
using Tarazy.Records.Canonical;
using Tarazy.Records.Findings;
using Tarazy.Records.Posts;

namespace Tarazy.Detect.Labels.Drawing;

/// <summary>The finding that a drawn post becomes: it says how the post was drawn, and nothing else about it.</summary>
internal static class DrawnFinding
{
    // Findings of a rule have a say in what is read first; these wait behind them.
    private const double RankedStrength = 0.5;
    private const double UnsureStrength = 0.2;

    public static Finding Of(Pick pick, ReadingRow reading, StoryId story, DateOnly day, DateTimeOffset now)
    {
        var rule = RuleOf(pick);
        var version = pick.Model?.Shelved.Card.Version ?? day.ToString("O", CultureInfo.InvariantCulture);
        var post = PostId.From(reading.Post);
        return new Finding(
            FindingId.From(ContentId.Of(post.Value, rule, version)),
            post,
            ChannelId.From(reading.Channel),
            story,
            rule,
            version,
            HarmId.From(pick.Model?.Label ?? DrawNames.Audit),
            SummaryOf(pick),
            pick.Words,
            pick.How switch { Sampling.Ranked => RankedStrength, Sampling.Uncertain => UnsureStrength, _ => 0 },
            Shadow: false,
            reading.Language,
            now);
    }

    private static string RuleOf(Pick pick) => pick.How switch
    {
        Sampling.Ranked => DrawNames.Ranked(pick.Model!.Label),
        Sampling.Uncertain => DrawNames.Unsure(pick.Model!.Label),
        _ => DrawNames.AuditRule,
    };

    private static string SummaryOf(Pick pick) => pick switch
    {
        { Model: null } => "Drawn at random: nothing was found in it",
        { How: Sampling.Ranked } => $"Much like what this desk decided on as {pick.Model.Label}, hint",
        _ => $"Not sure whether it is like {pick.Model.Label}",
    };
}
