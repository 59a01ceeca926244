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

    public bool Sure => Language != UnknownLanguage;

    /// <summary>Makes the hits findings. Their ids follow from post, rule and version, so that looking twice finds once.</summary>
    public IReadOnlyList<Finding> Findings(Post post, StoryId story, DateTimeOffset at)
    {
        if (Hits.Count == 0)
        {
            return [];
        }

        var language = Language;
        return
        [
            .. Hits.Select(hit => new Finding(
                FindingId.From(ContentId.Of(post.Id.Value, hit.Rule.Name, hit.Rule.Version)),
                post.Id,
                post.Channel,
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
        ];
    }
}
