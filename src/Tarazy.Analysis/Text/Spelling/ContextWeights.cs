using System.Runtime.CompilerServices;

namespace Tarazy.Analysis.Text.Spelling;

/// <summary>A linear score of one choice in its context: the sum of signed bytes under the hashes of the context's features.</summary>
internal sealed class ContextWeights(int bits, sbyte[] weights)
{
    public int Bits { get; } = bits;

    public sbyte[] Weights { get; } = weights;

    /// <summary>Where the weight of a feature for a choice is kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Place(ulong feature, ulong choice, int bits) =>
        (int)(unchecked((feature ^ choice) * 0xD6E8_FEB8_6659_FD93UL) >> (64 - bits));

    public int Score(ReadOnlySpan<ulong> features, ulong choice)
    {
        var sum = 0;
        foreach (var feature in features)
        {
            sum += Weights[Place(feature, choice, Bits)];
        }

        return sum;
    }
}
