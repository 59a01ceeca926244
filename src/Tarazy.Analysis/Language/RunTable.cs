using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tarazy.Analysis.Language;

/// <summary>
/// What each run says about the languages. Telling runs have a row of 32 signed bytes, one a lane, found by one of four 16-bit tags in
/// a bucket; so a run that was never seen says nothing instead of speaking for its neighbour. Rare runs, met in one language and
/// hardly elsewhere, have 16 bits: a tag and the lane they vote for.
/// </summary>
internal sealed class RunTable(int bits, int voteBits)
{
    /// <summary>Lanes of a row. Lane 0 is for every language that has none of its own in the script.</summary>
    public const int Lanes = 32;

    private const int Ways = 4;
    private const int LaneBits = 5;
    private const int TagBits = 16;
    private const ulong Each = 0x0001_0001_0001_0001;

    public int Bits => bits;

    public int VoteBits => voteBits;

    public ulong[] Tags { get; } = new ulong[1 << (bits - 2)];

    public sbyte[] Rows { get; } = new sbyte[Lanes << bits];

    public ulong[] Votes { get; } = new ulong[1 << (voteBits - 2)];

    /// <summary>
    /// Writes the rows of those runs that have one and returns how many; the votes of the others are added to the sums.
    /// <paramref name="runs"/> is overwritten.
    /// </summary>
    public int Find(Span<ulong> runs, Span<int> rows, ReadOnlySpan<int> weights, Span<int> sums)
    {
        rows = rows[..runs.Length];
        weights = weights[..Lanes];
        sums = sums[..Lanes];
        unchecked
        {
            // Every index below is a hash cut to the table's bits, a lane of five bits, or a count that the loop bounds.
            ref var tags = ref MemoryMarshal.GetArrayDataReference(Tags);
            ref var run = ref MemoryMarshal.GetReference(runs);
            ref var row = ref MemoryMarshal.GetReference(rows);
            int found = 0, missed = 0, shift = 66 - bits;
            for (var i = 0; i < runs.Length; i++)
            {
                // No branch: whether a run is known is not to be foretold, and a wrong guess costs more than the rest.
                var one = Unsafe.Add(ref run, i);
                var bucket = (uint)(one >> shift);
                var same = Same(Unsafe.Add(ref tags, bucket), TagOf(one));
                Unsafe.Add(ref row, found) = (int)(bucket * Ways) + (BitOperations.TrailingZeroCount(same) >> 4);
                Unsafe.Add(ref run, missed) = one;
                var hit = (int)((same | (0 - same)) >> 63);
                found += hit;
                missed += 1 - hit;
            }

            Vote(runs[..missed], ref MemoryMarshal.GetReference(weights), ref MemoryMarshal.GetReference(sums));
            return found;
        }
    }

    /// <summary>The same, one run after another, as it is meant; a test holds the two together.</summary>
    internal int FindPlain(Span<ulong> runs, Span<int> rows, ReadOnlySpan<int> weights, Span<int> sums)
    {
        var found = 0;
        foreach (var run in runs)
        {
            if (Row(run) is >= 0 and var row)
            {
                rows[found++] = row;
            }
            else
            {
                sums[Lane(run)] += weights[Lane(run)];
            }
        }

        return found;
    }

    /// <summary>The row of a run, or -1.</summary>
    public int Row(ulong run)
    {
        var bucket = unchecked((int)(run >> (66 - bits)));
        var same = Same(Tags[bucket], TagOf(run));
        return same == 0 ? -1 : (bucket * Ways) + (BitOperations.TrailingZeroCount(same) >> 4);
    }

    /// <summary>The lane a rare run votes for; 0 when it has no vote.</summary>
    public int Lane(ulong run)
    {
        var votes = Votes[(int)(run >> (66 - voteBits))];
        var same = Same(votes & (Each * 0xFFE0), VoteTagOf(run));
        return same == 0 ? 0 : LaneAt(votes, same);
    }

    /// <summary>Takes a place for a row; -1 when the bucket is full or holds another run with the same tag.</summary>
    public int Place(ulong run)
    {
        var bucket = unchecked((int)(run >> (66 - bits)));
        var tags = Tags[bucket];
        var free = tags == 0 ? 0 : 4 - (BitOperations.LeadingZeroCount(tags) >> 4);
        if (free == Ways || Same(tags, TagOf(run)) != 0)
        {
            return -1;
        }

        Tags[bucket] |= TagOf(run) << (free * TagBits);
        return (bucket * Ways) + free;
    }

    /// <summary>Keeps the vote of a rare run when there is room for it.</summary>
    public bool PlaceVote(ulong run, int lane)
    {
        var bucket = unchecked((int)(run >> (66 - voteBits)));
        var votes = Votes[bucket];
        var free = votes == 0 ? 0 : 4 - (BitOperations.LeadingZeroCount(votes) >> 4);
        if (free == Ways || Lane(run) != 0)
        {
            return false;
        }

        Votes[bucket] |= (VoteTagOf(run) | (uint)lane) << (free * TagBits);
        return true;
    }

    private void Vote(ReadOnlySpan<ulong> runs, ref int weights, ref int sums)
    {
        unchecked
        {
            ref var votes = ref MemoryMarshal.GetArrayDataReference(Votes);
            var shift = 66 - voteBits;
            foreach (var run in runs)
            {
                var bucket = Unsafe.Add(ref votes, (uint)(run >> shift));
                var same = Same(bucket & (Each * 0xFFE0), VoteTagOf(run));
                var lane = LaneAt(bucket, same) & (int)((long)(same | (0 - same)) >> 63);
                Unsafe.Add(ref sums, lane) += Unsafe.Add(ref weights, lane);
            }
        }
    }

    private static int LaneAt(ulong votes, ulong same) => unchecked((int)(votes >> (BitOperations.TrailingZeroCount(same) & 0x30))) & (Lanes - 1);

    /// <summary>The high bit of every 16 bits of the tags that equal the tag; the lowest one is exact.</summary>
    private static ulong Same(ulong tags, ulong tag)
    {
        unchecked
        {
            var different = tags ^ (tag * Each);
            return (different - Each) & ~different & (Each << 15);
        }
    }

    /// <summary>Never 0, because that is an empty place.</summary>
    private static ulong TagOf(ulong run) => ((run >> 8) & 0x7FFF) + 1;

    private static ulong VoteTagOf(ulong run) => unchecked(((run >> 13) & 0x3FF) + 1) << LaneBits;
}
