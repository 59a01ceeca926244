using System.Runtime.CompilerServices;

namespace Tarazy.Analysis.Labels.Features;

/// <summary>A hash that grows unit by unit, for runs of letters that overlap. Models depend on it: a change here invalidates them.</summary>
internal static class RunHash
{
    public const ulong Seed = 0x5A17_A2A7_5EED_0001;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Next(ulong hash, char unit)
    {
        unchecked
        {
            hash = (hash ^ unit) * 0x9E37_79B9_7F4A_7C15UL;
            return hash ^ (hash >> 29);
        }
    }
}
