using Tarazy.Analysis.Labels;
using Tarazy.Analysis.Rules;
using Tarazy.Records.Canonical;
using Tarazy.Records.Findings;
using Tarazy.Records.Posts;

namespace Tarazy.Analysis.Engine;

/// <summary>What the engine read in one post.</summary>
/// <param name="Language">ISO 639 code; <see cref="UnknownLanguage"/> when the engine is not sure.</param>
/// <param name="Hits">Empty for most posts.</param>
public readonly record struct PostReading(string Language, IReadOnlyList<RuleHit> Hits)
{
    /// <summary>The code for a language that nothing should rest on (ISO 639-2).</summary>
    public const string UnknownLanguage = "und";

    /// <summary>What the post is like, where a model is sure enough; empty for most posts.</summary>
    public IReadOnlyList<LabelHit> Labels { get => field ?? []; init; }

    public bool HasFindings => Hits.Count > 0 || (Labels.Count > 0 && Labels.Any(label => label.Label.Harm.Length > 0));

    public bool Sure => Language != UnknownLanguage;

    /// <summary>
    /// Makes the hits findings. Their ids follow from post, rule and version, so that looking twice finds once. What a model found
    /// stays in shadow, counted and never queued: its probabilities are not the desk's.
    /// </summary>
    public IReadOnlyList<Finding> Findings(Post post, StoryId story, DateTimeOffset at) => Findings(post.Id, post.Channel, story, at);

    /// <summary>The same of a post of which nothing else need be known.</summary>
    public IReadOnlyList<Finding> Findings(PostId post, ChannelId channel, StoryId story, DateTimeOffset at)
    {
        if (!HasFindings)
        {
            return [];
        }

        var language = Language;
        return
        [
            .. Hits.Select(hit => new Finding(
                FindingId.From(ContentId.Of(post.Value, hit.Rule.Name, hit.Rule.Version)),
                post,
                channel,
                story,
                hit.Rule.Name,
                hit.Rule.Version,
                hit.Rule.Harm,
                hit.Rule.SaysIn("en"),
                hit.Evidence,
                hit.Strength,
                hit.Rule.State == RuleState.Shadow,
                language,
                at)),
            .. Labels.Where(hit => hit.Label.Harm.Length > 0).Select(hit => new Finding(
                FindingId.From(ContentId.Of(post.Value, hit.Rule, hit.Model.Version)),
                post,
                channel,
                story,
                hit.Rule,
                hit.Model.Version,
                HarmId.From(hit.Label.Harm),
                hit.Label.Says,
                hit.Evidence,
                hit.Strength,
                Shadow: true,
                language,
                at)),
        ];
    }
}
