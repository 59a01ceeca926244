using Tarazy.Records.Findings;
using Tarazy.Records.Posts;

namespace Tarazy.Detect.Labels.Standing;

/// <summary>A post with what people said of it and one label.</summary>
/// <param name="Story">Posts of one story are never learnt from and tested on at once.</param>
/// <param name="Weight">One over the probability with which it came before a person.</param>
internal sealed record LabelledPost(
    PostId Post, string Story, Sampling How, double Weight, LabelAnswer Answer, DateTimeOffset At, string Language, string Case, string By);

/// <summary>Turns decisions on cases into answers about one label.</summary>
internal static class LabelledPosts
{
    /// <summary>The newest answer on each post, oldest first.</summary>
    public static IReadOnlyList<LabelledPost> Of(string label, IEnumerable<LabelDecision> decisions, IReadOnlyDictionary<FindingId, DrawnPost> draws)
    {
        var posts = new Dictionary<PostId, LabelledPost>();
        foreach (var decision in decisions.OrderBy(decision => decision.At))
        {
            if (AnswerOf(label, decision) is not { } answer)
            {
                continue;
            }

            var draw = decision.Finding is { } finding ? draws.GetValueOrDefault(finding) : null;
            posts[decision.Post] = new LabelledPost(
                decision.Post, decision.Story?.Value ?? decision.Post.Value, draw?.How ?? Sampling.Rule, 1 / (draw?.Probability ?? 1), answer,
                decision.At, decision.Language, decision.Case, decision.By);
        }

        return [.. posts.Values.OrderBy(post => post.At)];
    }

    /// <returns>Null when the decision says nothing about the label.</returns>
    public static LabelAnswer? AnswerOf(string label, LabelDecision decision)
    {
        if (decision.Named.Value == label)
        {
            return decision.Answer;
        }

        // A person read it as something else than it was opened as; or found nothing at all where nothing was claimed.
        return decision.Opened.Value == label && decision.Answer == LabelAnswer.Yes ? LabelAnswer.No
            : decision.Named.Value == Drawing.DrawNames.Audit && decision.Answer == LabelAnswer.No ? LabelAnswer.No
            : null;
    }
}
