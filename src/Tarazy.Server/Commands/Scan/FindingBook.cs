using Tarazy.Analysis.Rules;
using Tarazy.Records.Findings;
using Tarazy.Records.Posts;

namespace Tarazy.Server.Commands.Scan;

/// <summary>Findings of one scan by rule: all are counted, the strongest are kept with the words of their post.</summary>
internal sealed class FindingBook(RuleBook rules, int most)
{
    private readonly Dictionary<string, Kept> _kept = [];

    public void Add(Finding finding, Post post, long story)
    {
        if (!_kept.TryGetValue(finding.Rule, out var kept))
        {
            _kept[finding.Rule] = kept = new Kept();
        }

        kept.Count++;
        kept.Strongest.Enqueue(new Found(finding, post, story), (finding.Strength, -kept.Count));
        if (kept.Strongest.Count > most)
        {
            kept.Strongest.Dequeue();
        }
    }

    /// <summary>Rules with a finding, live ones first, then by how much they found.</summary>
    public IReadOnlyList<ScannedRule> Rules(StoryBook stories, Func<ChannelId, Channel> channelOf) =>
    [
        .. rules.Rules
            .Where(r => _kept.ContainsKey(r.Name))
            .Select(r => Show(r, _kept[r.Name], stories, channelOf))
            .OrderBy(r => r.Shadow).ThenByDescending(r => r.Count).ThenBy(r => r.Name, StringComparer.Ordinal),
    ];

    private static ScannedRule Show(WatchRule rule, Kept kept, StoryBook stories, Func<ChannelId, Channel> channelOf)
    {
        var strongest = kept.Strongest.UnorderedItems
            .OrderByDescending(f => f.Priority)
            .Select(f => Show(f.Element, stories, channelOf));
        return new ScannedRule(
            rule.Name, rule.SaysIn("en"), rule.Not.GetValueOrDefault("en") ?? "", rule.State == RuleState.Shadow, kept.Count, [.. strongest]);
    }

    private static ScannedFinding Show(Found found, StoryBook stories, Func<ChannelId, Channel> channelOf)
    {
        var (copies, channels) = stories.Spread(found.Story);
        return new ScannedFinding(
            found.Finding, channelOf(found.Post.Channel), found.Post.Message, found.Post.PostedAt, found.Post.Text, copies, channels);
    }

    private sealed record Found(Finding Finding, Post Post, long Story);

    private sealed class Kept
    {
        public long Count { get; set; }

        /// <summary>The weakest, and of equals the latest, stands first and is the one to go.</summary>
        public PriorityQueue<Found, (double Strength, long Order)> Strongest { get; } = new();
    }
}
