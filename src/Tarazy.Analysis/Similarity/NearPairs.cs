using System.Runtime.InteropServices;

namespace Tarazy.Analysis.Similarity;

/// <summary>
/// All pairs of texts that say nearly the same. Candidates come from MinHash bands as in a <see cref="StoryIndex"/>, but without
/// a limit on a bucket, and each is then confirmed on the shingles themselves: what is said of a pair is exact, and only a pair
/// that shares no band (1 in 1,000 at a likeness of 0.7) can be missed.
/// </summary>
public static class NearPairs
{
    /// <param name="texts">Of each text the hashes of its words in order; texts of fewer than three words are like no other.</param>
    /// <param name="from">Least Jaccard likeness of the sets of three-word runs, above 0 and at most 1.</param>
    /// <returns>Each pair once, with <see cref="NearPair.First"/> below <see cref="NearPair.Second"/>, in order.</returns>
    public static IReadOnlyList<NearPair> Find(IReadOnlyList<ulong[]> texts, double from)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, 1);
        var shingles = texts.Select(hashes => ShinglesOf(hashes)).ToArray();
        var pairs = new List<NearPair>();
        foreach (var candidate in Candidates(texts))
        {
            var (first, second) = ((int)(candidate >> 32), (int)(candidate & uint.MaxValue));
            var likeness = Jaccard(shingles[first], shingles[second]);
            if (likeness >= from)
            {
                pairs.Add(new NearPair(first, second, likeness));
            }
        }

        pairs.Sort((a, b) => (a.First, a.Second).CompareTo((b.First, b.Second)));
        return pairs;
    }

    /// <summary>Exact share of common three-word runs of two texts, given by the hashes of their words.</summary>
    public static double Likeness(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b) => Jaccard(ShinglesOf(a), ShinglesOf(b));

    /// <summary>Share of common values of two ascending lists without repeats.</summary>
    internal static double Jaccard(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        int i = 0, j = 0, common = 0;
        while (i < a.Length && j < b.Length)
        {
            var order = a[i].CompareTo(b[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return common == 0 ? 0 : common / (double)(a.Length + b.Length - common);
    }

    /// <summary>Pairs that share a band, both numbers in one value so that a set of them is small.</summary>
    private static HashSet<long> Candidates(IReadOnlyList<ulong[]> texts)
    {
        var candidates = new HashSet<long>();
        var signatures = texts.Select(hashes => hashes.Length < Signature.ShingleWords ? default : MinHash.Of(hashes)).ToArray();
        for (var band = 0; band < BandTable.Bands; band++)
        {
            var buckets = new Dictionary<uint, List<int>>();
            for (var text = 0; text < texts.Count; text++)
            {
                if (texts[text].Length >= Signature.ShingleWords)
                {
                    Add(buckets, BandTable.RowsOf(signatures[text], band), text, candidates);
                }
            }
        }

        return candidates;
    }

    private static void Add(Dictionary<uint, List<int>> buckets, uint rows, int text, HashSet<long> candidates)
    {
        ref var bucket = ref CollectionsMarshal.GetValueRefOrAddDefault(buckets, rows, out _);
        bucket ??= [];
        foreach (var earlier in bucket)
        {
            candidates.Add(((long)earlier << 32) | (uint)text);
        }

        bucket.Add(text);
    }

    private static ulong[] ShinglesOf(ReadOnlySpan<ulong> hashes)
    {
        var shingles = new ulong[Math.Max(0, hashes.Length - (Signature.ShingleWords - 1))];
        for (var at = 0; at < shingles.Length; at++)
        {
            shingles[at] = Shingles.WholeAt(hashes, at);
        }

        Array.Sort(shingles);
        return [.. shingles.Distinct()];
    }
}

/// <summary>Two texts by their places in the list, and the exact share of common three-word runs.</summary>
public readonly record struct NearPair(int First, int Second, double Likeness);
