using Tarazy.Analysis.Text;

namespace Tarazy.Benchmarks.Similarity;

/// <summary>
/// Posts as token hashes, made again from their number: words of a Zipf vocabulary of 200,000, 33 of them in the median (6 to
/// 480), every tenth an edited copy of an earlier one with 0 to 30 % of its words replaced.
/// </summary>
internal sealed class SyntheticPosts
{
    public const int MostWords = 480;

    private const int Vocabulary = 200_000;
    private const uint FirstCopy = 1_000;

    private readonly int[] _ranks = new int[1 << 20];
    private readonly int[] _lengths = new int[1024];
    private readonly ulong[] _words = new ulong[Vocabulary];

    public SyntheticPosts()
    {
        var total = Enumerable.Range(0, Vocabulary).Sum(Weight);
        var (rank, reached) = (0, 0.0);
        for (var i = 0; i < _ranks.Length; i++)
        {
            while (rank < Vocabulary - 1 && reached + Weight(rank) < (i + 0.5) / _ranks.Length * total)
            {
                reached += Weight(rank++);
            }

            _ranks[i] = rank;
        }

        var seed = 5UL;
        for (var i = 0; i < _lengths.Length; i++)
        {
            var (u, v) = (Share(ref seed), Share(ref seed));
            var normal = Math.Sqrt(-2 * Math.Log(1 - u)) * Math.Cos(2 * Math.PI * v);
            _lengths[i] = (int)Math.Clamp(Math.Exp(Math.Log(33) + (0.95 * normal)), 6, MostWords);
        }

        for (var i = 0; i < Vocabulary; i++)
        {
            _words[i] = TokenHash.Of($"слово{i}");
        }
    }

    /// <param name="into">At least <see cref="MostWords"/>.</param>
    /// <param name="original">The post that this one is an edited copy of, or itself.</param>
    /// <returns>Words written.</returns>
    public int Write(uint post, Span<ulong> into, out uint original)
    {
        var seed = Seed(post);
        original = post;
        if (!IsCopy(post, ref seed))
        {
            return Fresh(post, into);
        }

        var of = (uint)(Next(ref seed) % post);
        var other = Seed(of);
        if (IsCopy(of, ref other))
        {
            return Fresh(post, into); // a copy of a copy would blur the bands
        }

        original = of;
        var count = Fresh(of, into);
        var rate = Next(ref seed) % 31;
        for (var i = 0; i < count; i++)
        {
            into[i] = Next(ref seed) % 100 < rate ? Word(ref seed) : into[i];
        }

        return count;
    }

    private static double Weight(int rank) => 1 / (rank + 2.7);

    private static ulong Seed(uint post) => unchecked((post * 0x9E37_79B9_7F4A_7C15UL) + 7);

    private static bool IsCopy(uint post, ref ulong seed) => post > FirstCopy && Next(ref seed) % 10 == 0;

    private int Fresh(uint post, Span<ulong> into)
    {
        var seed = unchecked((post * 0x2545_F491_4F6C_DD1DUL) + 99);
        var count = _lengths[Next(ref seed) % 1024];
        for (var i = 0; i < count; i++)
        {
            into[i] = Word(ref seed);
        }

        return count;
    }

    private ulong Word(ref ulong seed) => _words[_ranks[Next(ref seed) >> 44]];

    private static double Share(ref ulong seed) => (Next(ref seed) >> 11) / (double)(1UL << 53);

    /// <summary>SplitMix64.</summary>
    private static ulong Next(ref ulong seed)
    {
        unchecked
        {
            var z = seed += 0x9E37_79B9_7F4A_7C15UL;
            z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EBUL;
            return z ^ (z >> 31);
        }
    }
}
