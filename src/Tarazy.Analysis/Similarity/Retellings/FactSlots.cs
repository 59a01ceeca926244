namespace Tarazy.Analysis.Similarity.Retellings;

/// <summary>
/// Which posts have a fact: the last sixteen of each bucket of stems, in fixed memory. A word that everybody uses keeps only the
/// newest of its posts, which costs little because such a word tells little.
/// </summary>
internal sealed class FactSlots
{
    private const int Bits = 15;
    private const int Slots = 16;

    private readonly long[] _posts = new long[(1 << Bits) * Slots];
    private readonly byte[] _next = new byte[1 << Bits];

    public FactSlots() => _posts.AsSpan().Fill(Empty);

    public static long Empty => -1;

    public ReadOnlySpan<long> Of(uint stem) => _posts.AsSpan(Bucket(stem) * Slots, Slots);

    public void Add(uint stem, long post)
    {
        var bucket = Bucket(stem);
        _posts[(bucket * Slots) + _next[bucket]] = post;
        _next[bucket] = (byte)((_next[bucket] + 1) % Slots);
    }

    private static int Bucket(uint stem) => (int)(unchecked(stem * 0x9E37_79B1u) >> (32 - Bits));
}
