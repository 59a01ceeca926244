using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tarazy.Analysis.Similarity;

/// <summary>
/// The texts that agree in one band: one cache line of ten tags and ten numbers. When it is full the oldest place is given away,
/// because fifteen other bands still know that text.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 4, Size = Bytes)]
internal struct Bucket
{
    public const int Bytes = 64;
    public const int Slots = 10;

    private Tags _tags;
    private NumberSlots _numbers;
    private int _added;

    public readonly int Added => _added;

    [UnscopedRef]
    public ReadOnlySpan<int> Numbers => _numbers;

    /// <summary>One bit for each slot with this tag. Empty slots have tag 0, which is no text's.</summary>
    public uint Matches(ushort tag)
    {
        ReadOnlySpan<ushort> units = MemoryMarshal.Cast<Bucket, ushort>(new Span<Bucket>(ref this));
        return Vector256.IsHardwareAccelerated ? Matches256(units, tag) : MatchesPlain(units, tag);
    }

    public void Add(ushort tag, int number)
    {
        var slot = _added % Slots;
        _tags[slot] = tag;
        _numbers[slot] = number;
        _added = unchecked((_added + 1) & 0xFFFF);
    }

    /// <summary>One bit for each of the first ten units that is the tag. The plain twin of the vector road.</summary>
    internal static uint MatchesPlain(ReadOnlySpan<ushort> units, ushort tag)
    {
        var hits = 0u;
        for (var i = 0; i < Slots; i++)
        {
            hits |= units[i] == tag ? 1u << i : 0;
        }

        return hits;
    }

    /// <param name="units">Sixteen or more: the ten tags and what follows them.</param>
    internal static uint Matches256(ReadOnlySpan<ushort> units, ushort tag) =>
        Vector256.Equals(Vector256.Create(units), Vector256.Create(tag)).ExtractMostSignificantBits() & ((1u << Slots) - 1);

    [InlineArray(Slots)]
    private struct Tags
    {
        private ushort _first;
    }

    [InlineArray(Slots)]
    private struct NumberSlots
    {
        private int _first;
    }
}
