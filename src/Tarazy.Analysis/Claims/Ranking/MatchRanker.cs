using System.Text.Json;

namespace Tarazy.Analysis.Claims.Ranking;

/// <summary>
/// How probable it is that a text says what a fact-check is about, from the figures of <see cref="MatchReader"/>. A linear part, and
/// trees where somebody trained them: the two probabilities are averaged. Safe for many threads.
/// </summary>
public sealed class MatchRanker
{
    /// <summary>From here a match is put before a person.</summary>
    public const double Suggested = 0.5;

    /// <summary>From here a match is strong enough to answer a question of the public by itself, as a possible match.</summary>
    public const double Strong = 0.7;

    private const int Format = 1;
    private const int MostBytes = 16 * 1024 * 1024;

    private readonly LinearPart _linear;
    private readonly BoostedTrees? _trees;

    internal MatchRanker(LinearPart linear, BoostedTrees? trees)
    {
        _linear = linear;
        _trees = trees;
    }

    /// <summary>
    /// The ranker that ships. Its weights were set by hand, because no set of claims and posts may be shipped as weights: a match
    /// needs most of the claim's (or title's) weight in the text, letters that are alike, several shared words, neighbours that
    /// are neighbours in both, and a lead before the next; numbers that differ speak a little against it, since the same lie is
    /// told with other numbers. A desk replaces it by training on its own confirmations.
    /// </summary>
    public static MatchRanker HandSet { get; } = new(ByHand(), trees: null);

    /// <summary>0 to 1.</summary>
    internal double Probability(ReadOnlySpan<float> row) =>
        _trees is null ? Logistic(_linear.Sum(row)) : (Logistic(_linear.Sum(row)) + Logistic(_trees.Sum(row))) / 2;

    /// <summary>Writes what <see cref="Load"/> reads, as JSON in UTF-8; the stream stays open.</summary>
    public void Save(Stream to) => JsonSerializer.Serialize(to, new Saved(Format, MatchReader.Features, _linear, _trees));

    /// <exception cref="InvalidDataException">Not a ranker of this version.</exception>
    public static MatchRanker Load(Stream from)
    {
        if (from.CanSeek && from.Length > MostBytes)
        {
            throw new InvalidDataException($"A ranker of {from.Length} bytes; at most {MostBytes} are read.");
        }

        try
        {
            var saved = JsonSerializer.Deserialize<Saved>(from);
            return saved is { Format: Format, Features: MatchReader.Features, Linear: not null } && Whole(saved)
                ? new MatchRanker(saved.Linear, saved.Trees)
                : throw new InvalidDataException("The ranker was made by another version; train it again.");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException("The ranker is no JSON of a ranker; train it again.", fault);
        }
    }

    private static bool Whole(Saved saved)
    {
        var linear = saved.Linear!;
        const int Count = MatchReader.Features;
        var trees = saved.Trees;
        return linear.Weights is { Length: Count } && linear.Means is { Length: Count } && linear.Deviations is { Length: Count }
            && linear.Deviations.All(d => d > 0)
            && (trees is null || (trees.Depth is >= 1 and <= 6 && trees.Features is not null && trees.Thresholds is not null && trees.Leaves is not null
                && trees.Features.Length == trees.Trees * ((1 << trees.Depth) - 1) && trees.Thresholds.Length == trees.Features.Length
                && trees.Leaves.Length == trees.Trees << trees.Depth && trees.Features.All(f => f is >= 0 and < Count)));
    }

    private static LinearPart ByHand()
    {
        var weights = new float[MatchReader.Features];
        weights[(int)MatchFeature.FieldCovered] = 4.5f;
        weights[(int)MatchFeature.Letters] = 3;
        weights[(int)MatchFeature.Shared] = 1;
        weights[(int)MatchFeature.Pairs] = 0.8f;
        weights[(int)MatchFeature.Lead] = 1;
        weights[(int)MatchFeature.NumbersDiffer] = -0.5f;
        return new LinearPart(-6.3f, weights, new float[weights.Length], [.. Enumerable.Repeat(1f, weights.Length)]);
    }

    private static double Logistic(double sum) => 1 / (1 + Math.Exp(-sum));

    private sealed record Saved(int Format, int Features, LinearPart? Linear, BoostedTrees? Trees);
}
