using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tarazy.Analysis.Text;

/// <summary>
/// Where the words of a folded text begin and end, found 64 units at a time: each class of units is a row of bits, and a word
/// begins or ends where the row of words changes. The same rows show whether anything looks disguised.
/// </summary>
internal sealed class WordRuns
{
    /// <summary>Units that must be readable beyond the end of a text; they are cleared here.</summary>
    public const int Slack = UnitBits.Units + 16;

    private UnitBits[] _bits = new UnitBits[16];
    private int[] _bounds = new int[16 * UnitBits.Units];
    private int _count;
    private int _blocks;

    /// <summary>Begin and end of each word, one after the other.</summary>
    public ReadOnlySpan<int> Bounds => _bounds.AsSpan(0, _count);

    /// <summary>One row a block, between two empty ones.</summary>
    public ReadOnlySpan<UnitBits> Rows => _bits.AsSpan(0, _blocks + 2);

    public Hints Hints { get; private set; }

    /// <summary>Whether something in the text may be a link, a mail address or a handle.</summary>
    public bool MayLink { get; private set; }

    public int CyrillicUnits { get; private set; }

    public int LatinUnits { get; private set; }

    /// <param name="units">The text, and <see cref="Slack"/> units more.</param>
    public void Read(Span<char> units, int length)
    {
        units.Slice(length, Slack).Clear();
        var blocks = (length + UnitBits.Units - 1) / UnitBits.Units;
        if (_bits.Length < blocks + 2)
        {
            _bits = new UnitBits[(blocks + 2) * 2];
            _bounds = new int[_bits.Length * UnitBits.Units];
        }

        ref var first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(units));
        for (var block = 0; block < blocks; block++)
        {
            Bits(ref Unsafe.Add(ref first, block * UnitBits.Units), out _bits[block + 1]);
        }

        // An empty block before the first and one after the last.
        _bits[0] = default;
        _bits[blocks + 1] = default;
        _blocks = blocks;
        Join(blocks);
    }

    private static void Bits(ref ushort units, out UnitBits bits)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            UnitBits.Read512(ref units, out bits);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            UnitBits.Read256(ref units, out bits);
        }
        else
        {
            UnitBits.ReadPlain(ref units, out bits);
        }

        if (bits.Unknown != 0)
        {
            AskTable(ref bits, ref units);
        }
    }

    private static void AskTable(ref UnitBits bits, ref ushort units)
    {
        for (var rest = bits.Unknown; rest != 0; rest &= rest - 1)
        {
            var place = BitOperations.TrailingZeroCount(rest);
            var kind = Units.ClassOf((char)Unsafe.Add(ref units, place));
            bits.Digit |= (kind & UnitClass.Digit) != UnitClass.None ? 1UL << place : 0;
            bits.Other |= (kind & (UnitClass.Word | UnitClass.Digit)) == UnitClass.Word ? 1UL << place : 0;
        }
    }

    private void Join(int blocks)
    {
        ref var bounds = ref MemoryMarshal.GetArrayDataReference(_bounds);
        int count = 0, latin = 0, cyrillic = 0;
        ulong carry = 0, links = 0, letters = 0;
        var hints = default(HintRows);
        // One block more, which is empty: words that end with the text end in it.
        for (var block = 0; block <= blocks; block++)
        {
            ref readonly var bits = ref _bits[block + 1];
            ref readonly var earlier = ref _bits[block];
            var before = letters;
            letters = bits.Letters;
            // An apostrophe between letters is a letter: oʻzbek, п'ять.
            var next = block < blocks ? _bits[block + 2].Letters : 0;
            var joined = bits.Apostrophe & ((letters << 1) | (before >> 63)) & ((letters >> 1) | (next << 63));
            var words = letters | bits.Digit | joined;
            var after = (words << 1) | carry;
            var onward = (words >> 1) | (1UL << 63);
            links |= bits.Link & ((after & onward) | (bits.Sign & onward) | (after & ((bits.Link >> 1) | (1UL << 63))));
            hints.Add(in bits, in earlier, words);
            latin += BitOperations.PopCount(bits.Latin);
            cyrillic += BitOperations.PopCount(bits.Cyrillic);
            for (var turns = words ^ after; turns != 0; turns &= turns - 1)
            {
                Unsafe.Add(ref bounds, count++) = (block * UnitBits.Units) + BitOperations.TrailingZeroCount(turns);
            }

            carry = words >> 63;
        }

        (_count, LatinUnits, CyrillicUnits) = (count, latin, cyrillic);
        MayLink = links != 0 && (latin != 0 || hints.AnyOther);
        Hints = hints.Found();
    }
}
