using System.Runtime.Intrinsics.X86;
using System.Text;
using CsCheck;
using Tarazy.Analysis.Text;

namespace Tarazy.Tests.Analysis.Text;

/// <summary>Reading UTF-8 by vectors gives the units that the library gives, of sound text and of broken.</summary>
public class Utf8UnitsTests
{
    private static readonly string[] Letters = ["a", " ", "ж", "қ", "Ә", "ʻ", "«", "–", "€", "語", "🔥", "👨‍👩‍👧", "\0", "\u07FF", "\u0800", "\uFFFF", "\uD7FF", "\uE000"];

    /// <summary>Beginnings cut short, letters longer than they need be, halves of pairs, bytes that never stand in UTF-8.</summary>
    private static readonly byte[][] Faults =
    [
        [0x80], [0xBF, 0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xD0], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xE2, 0x80], [0xED, 0xA0, 0x80],
        [0xED, 0xBF, 0xBF], [0xF0, 0x9F], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5], [0xFE], [0xFF],
    ];

    private static readonly Gen<byte[]> Sound = Gen.Int[0, Letters.Length - 1].Select(i => Encoding.UTF8.GetBytes(Letters[i]));
    private static readonly Gen<byte[]> Piece = Gen.Frequency(
        (40, Sound),
        (20, Gen.Int[1, 40].Select(length => Encoding.UTF8.GetBytes(new string('ы', length)))),
        (3, Gen.Int[0, Faults.Length - 1].Select(i => Faults[i])),
        (1, Gen.Byte.Array[1, 4]));

    [Fact]
    public void The_vectors_read_what_the_library_reads()
    {
        Assert.SkipUnless(Avx512Vbmi2.IsSupported, "This processor has no vectors of 512 bits that press units together.");
        Piece.Array[0, 60].Select(pieces => pieces.SelectMany(piece => piece).ToArray()).Sample(
            bytes =>
            {
                Span<char> plain = new char[bytes.Length];
                Span<char> vectors = new char[bytes.Length + Utf8Units.Slack];
                plain = plain[..Utf8Units.ReadPlain(bytes, plain)];
                vectors = vectors[..Utf8Units.Read512(bytes, vectors)];
                Assert.Equal(plain.ToString(), vectors.ToString());
            },
            iter: 20_000);
    }

    [Fact]
    public void Letters_at_every_place_of_a_block_are_read_whole()
    {
        var text = new FoldedText();
        foreach (var letter in Letters)
        {
            for (var before = 0; before < 70; before++)
            {
                var given = new string('x', before) + letter + "y";
                text.Fold(Encoding.UTF8.GetBytes(given));
                Assert.Equal(given, text.Original);
            }
        }
    }
}
