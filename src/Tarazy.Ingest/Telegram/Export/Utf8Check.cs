using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Text.Unicode;

namespace Tarazy.Ingest.Telegram.Export;

/// <summary>
/// Whether bytes are UTF-8, 32 of them a step: three tables of sixteen say of each pair of neighbours which rules it may break. Text in
/// Cyrillic, two bytes a letter, costs no more than plain ASCII.
/// </summary>
/// <remarks>J. Keiser, D. Lemire: Validating UTF-8 In Less Than One Instruction Per Byte (2020).</remarks>
internal static class Utf8Check
{
    private const int Block = 32;
    private const int Before = 3;

    private const byte TooShort = 1 << 0;
    private const byte TooLong = 1 << 1;
    private const byte Overlong3 = 1 << 2;
    private const byte TooLarge = 1 << 3;
    private const byte Surrogate = 1 << 4;
    private const byte Overlong2 = 1 << 5;
    private const byte TooLarge1000OrOverlong4 = 1 << 6;
    private const byte TwoContinuations = 1 << 7;
    private const byte Carry = TooShort | TooLong | TwoContinuations;
    private const byte Large = Carry | TooLarge | TooLarge1000OrOverlong4;
    private const byte High = TooLong | Overlong2 | TwoContinuations;

    private static readonly Vector256<byte> FirstHigh = Twice(
    [
        TooLong, TooLong, TooLong, TooLong, TooLong, TooLong, TooLong, TooLong,
        TwoContinuations, TwoContinuations, TwoContinuations, TwoContinuations,
        TooShort | Overlong2, TooShort, TooShort | Overlong3 | Surrogate, TooShort | TooLarge | TooLarge1000OrOverlong4,
    ]);

    private static readonly Vector256<byte> FirstLow = Twice(
    [
        Carry | Overlong3 | Overlong2 | TooLarge1000OrOverlong4, Carry | Overlong2, Carry, Carry, Carry | TooLarge, Large, Large, Large,
        Large, Large, Large, Large, Large, Large | Surrogate, Large, Large,
    ]);

    private static readonly Vector256<byte> SecondHigh = Twice(
    [
        TooShort, TooShort, TooShort, TooShort, TooShort, TooShort, TooShort, TooShort,
        High | Overlong3 | TooLarge1000OrOverlong4, High | Overlong3 | TooLarge, High | Surrogate | TooLarge, High | Surrogate | TooLarge,
        TooShort, TooShort, TooShort, TooShort,
    ]);

    public static bool IsValid(ReadOnlySpan<byte> bytes)
    {
        if (!Avx2.IsSupported || bytes.Length < Block)
        {
            return Utf8.IsValid(bytes);
        }

        // The first and the last block stand between zeros: nothing before the text, and nothing that could end a letter after it.
        Span<byte> edge = stackalloc byte[Before + Block];
        edge.Clear();
        bytes[..Block].CopyTo(edge[Before..]);
        var wrong = Wrong(ref MemoryMarshal.GetReference(edge), Before);
        ref var start = ref MemoryMarshal.GetReference(bytes);
        var at = Block;
        for (; bytes.Length - at >= Block; at += Block)
        {
            wrong |= Wrong(ref start, at);
        }

        edge.Clear();
        bytes[(at - Before)..].CopyTo(edge);
        wrong |= Wrong(ref MemoryMarshal.GetReference(edge), Before);
        return wrong == Vector256<byte>.Zero;
    }

    private static Vector256<byte> Wrong(ref byte start, int at)
    {
        var now = Vector256.LoadUnsafe(ref start, (nuint)at);
        var first = Vector256.LoadUnsafe(ref start, (nuint)at - 1);
        var nibble = Vector256.Create((byte)0x0F);
        var pair = Avx2.Shuffle(FirstHigh, Vector256.ShiftRightLogical(first.AsUInt16(), 4).AsByte() & nibble)
            & Avx2.Shuffle(FirstLow, first & nibble)
            & Avx2.Shuffle(SecondHigh, Vector256.ShiftRightLogical(now.AsUInt16(), 4).AsByte() & nibble);
        var third = Avx2.SubtractSaturate(Vector256.LoadUnsafe(ref start, (nuint)at - 2), Vector256.Create((byte)(0xE0 - 0x80)));
        var fourth = Avx2.SubtractSaturate(Vector256.LoadUnsafe(ref start, (nuint)at - 3), Vector256.Create((byte)(0xF0 - 0x80)));
        return ((third | fourth) & Vector256.Create((byte)0x80)) ^ pair;
    }

    /// <summary>The shuffle looks up each half of a vector in its own half of the table.</summary>
    private static Vector256<byte> Twice(ReadOnlySpan<byte> table)
    {
        var half = Vector128.Create(table);
        return Vector256.Create(half, half);
    }
}
