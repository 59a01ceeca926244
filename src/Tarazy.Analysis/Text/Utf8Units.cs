using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Text;

namespace Tarazy.Analysis.Text;

/// <summary>
/// UTF-8 to UTF-16, 32 bytes a step: each byte is read as if a letter of one, two or three bytes began there, and what began none is
/// pressed out. Cyrillic letters, two bytes each, cost no more than plain ASCII. Faulty bytes become U+FFFD, as they do for
/// <see cref="Encoding.UTF8"/>; those and letters of four bytes are read one by one.
/// </summary>
/// <remarks>The idea is that of D. Lemire, W. Muła: Transcoding Unicode Characters with AVX-512 Instructions (2022).</remarks>
internal static class Utf8Units
{
    /// <summary>Units that may be written beyond the text.</summary>
    public const int Slack = Block;

    private const int Block = 32;

    /// <summary>Bytes behind a block in which its last letter may end.</summary>
    private const int Behind = 2;

    /// <param name="to">As long as <paramref name="utf8"/>, and <see cref="Slack"/>.</param>
    /// <returns>Units written.</returns>
    public static int Read(ReadOnlySpan<byte> utf8, Span<char> to) =>
        Avx512Vbmi2.IsSupported ? Read512(utf8, to) : ReadPlain(utf8, to);

    /// <summary>The plain twin of the vector road.</summary>
    internal static int ReadPlain(ReadOnlySpan<byte> utf8, Span<char> to) => Encoding.UTF8.GetChars(utf8, to);

    internal static int Read512(ReadOnlySpan<byte> utf8, Span<char> to)
    {
        Span<byte> tail = stackalloc byte[Block + Behind];
        int read = 0, written = 0;
        while (read < utf8.Length)
        {
            scoped var rest = utf8[read..];
            var most = Math.Min(rest.Length, Block);
            if (rest.Length < tail.Length)
            {
                tail.Clear();
                rest.CopyTo(tail);
                rest = tail;
            }

            var (bytes, units) = Step(rest, to[written..], most);
            read += bytes;
            written += units;
            if (bytes < most)
            {
                written += One(utf8, to[written..], ref read);
            }
        }

        return written;
    }

    /// <summary>Writes the letters of up to three bytes that begin among the first <paramref name="most"/> bytes, up to the first of another kind.</summary>
    /// <returns>Bytes taken, fewer than <paramref name="most"/> when something else stands behind them, and units written.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (int Bytes, int Units) Step(ReadOnlySpan<byte> bytes, Span<char> to, int most)
    {
        unchecked
        {
            ref var start = ref MemoryMarshal.GetReference(bytes[..(Block + Behind)]);
            var first = Avx512BW.ConvertToVector512UInt16(Vector256.LoadUnsafe(ref start));
            var second = Avx512BW.ConvertToVector512UInt16(Vector256.LoadUnsafe(ref start, 1));
            var third = Avx512BW.ConvertToVector512UInt16(Vector256.LoadUnsafe(ref start, 2));
            var ascii = Vector512.LessThan(first, Vector512.Create((ushort)0x80));
            var follows = Follows(first);
            var two = Vector512.Equals(first & Vector512.Create((ushort)0xE0), Vector512.Create((ushort)0xC0));
            var three = Vector512.Equals(first & Vector512.Create((ushort)0xF0), Vector512.Create((ushort)0xE0));

            var low = second & Vector512.Create((ushort)0x3F);
            var ofTwo = ((first & Vector512.Create((ushort)0x1F)) << 6) | low;
            var ofThree = (first << 12) | (low << 6) | (third & Vector512.Create((ushort)0x3F));
            var units = Vector512.ConditionalSelect(ascii, first, Vector512.ConditionalSelect(two, ofTwo, ofThree));

            // A letter is longer than it need be, a half of a pair, lacks a byte, or has four.
            var wrong = (two & (Vector512.LessThan(ofTwo, Vector512.Create((ushort)0x80)) | ~Follows(second)))
                | (three & (Vector512.LessThan(ofThree, Vector512.Create((ushort)0x800)) | ~Follows(second) | ~Follows(third)
                    | Vector512.Equals(ofThree & Vector512.Create((ushort)0xF800), Vector512.Create((ushort)0xD800))))
                | ~(ascii | follows | two | three);
            var twos = two.ExtractMostSignificantBits();
            var threes = three.ExtractMostSignificantBits();
            var following = follows.ExtractMostSignificantBits();
            var expected = (uint)(((twos | threes) << 1) | (threes << 2));
            var stops = wrong.ExtractMostSignificantBits() | (following ^ expected) | (1UL << most);
            var taken = BitOperations.TrailingZeroCount(stops);

            Avx512Vbmi2.Compress(Vector512<ushort>.Zero, ~follows, units).StoreUnsafe(ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(to[..Block])));
            var written = BitOperations.PopCount(~following & ((1UL << taken) - 1));
            return (taken < most ? taken : Whole(most, twos, threes), written);
        }
    }

    /// <summary>Bytes up to the end of the last letter of a block.</summary>
    private static int Whole(int most, ulong twos, ulong threes) => unchecked(
        most + (int)(((twos | threes) >> (most - 1)) & 1) + (int)((threes >> (most - 1)) & 1) + (most > 1 ? (int)((threes >> (most - 2)) & 1) : 0));

    private static Vector512<ushort> Follows(Vector512<ushort> bytes) =>
        Vector512.Equals(bytes & Vector512.Create((ushort)0xC0), Vector512.Create((ushort)0x80));

    private static int One(ReadOnlySpan<byte> utf8, Span<char> to, ref int read)
    {
        _ = Rune.DecodeFromUtf8(utf8[read..], out var rune, out var bytes);
        read += bytes;
        return rune.EncodeToUtf16(to);
    }
}
