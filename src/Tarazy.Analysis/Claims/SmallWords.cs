using System.Numerics;

namespace Tarazy.Analysis.Claims;

/// <summary>
/// The stop words of each document, a bit for each of <see cref="StopWords.Places"/>. They have no postings: they only tell apart
/// documents that a question's other words leave nearly equal, or that it has no other words for.
/// </summary>
/// <param name="Documents">The bits of each document.</param>
/// <param name="Weights">What each place adds to a score, in units of the impacts.</param>
internal sealed record SmallWords(UInt128[] Documents, byte[] Weights)
{
    /// <param name="scale">Impact units to one unit of BM25.</param>
    public static SmallWords Of(UInt128[] documents, float scale)
    {
        var frequencies = new int[StopWords.Places];
        foreach (var document in documents)
        {
            for (var rest = document; rest != 0; rest &= rest - 1)
            {
                frequencies[(int)UInt128.TrailingZeroCount(rest)]++;
            }
        }

        return new SmallWords(documents, Array.ConvertAll(frequencies, f => (byte)Math.Clamp(Math.Round(scale * ClaimIndexBuilder.Idf(documents.Length, f)), 1, byte.MaxValue)));
    }

    /// <summary>What a question and a document share, in units of the impacts.</summary>
    public int Score(int document, UInt128 asked) => Sum(Documents[document] & asked);

    /// <summary>The sum of the weights of these places.</summary>
    public int Sum(UInt128 places)
    {
        return Half(unchecked((ulong)places), Weights) + Half((ulong)(places >> 64), Weights.AsSpan(64));

        static int Half(ulong places, ReadOnlySpan<byte> weights)
        {
            var sum = 0;
            for (; places != 0; places &= places - 1)
            {
                sum += weights[BitOperations.TrailingZeroCount(places)];
            }

            return sum;
        }
    }
}
