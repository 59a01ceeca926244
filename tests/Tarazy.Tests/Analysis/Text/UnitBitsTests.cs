using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using CsCheck;
using Tarazy.Analysis.Text;

namespace Tarazy.Tests.Analysis.Text;

public class UnitBitsTests
{
    private static readonly Gen<char> Units = Gen.Frequency(
        (6, Gen.Char["абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіѐџҁҊ"]),
        (4, Gen.Char["abcxyz0189 .,:/@$€\\'«»_-\n"]),
        (2, Gen.Char["–—…“”☀➿\u27FF\u2800\uD83D\uDD25\uD7FF\uE000ßαω½"]),
        (1, Gen.Char));

    [Fact]
    public void The_vector_roads_and_the_plain_one_see_the_same_classes() => Units.Array[UnitBits.Units + 40].Sample(units =>
    {
        ref var first = ref Unsafe.As<char, ushort>(ref units[0]);
        UnitBits.ReadPlain(ref first, out var plain);
        UnitBits.Read256(ref first, out var half);
        UnitBits.Read512(ref first, out var whole);
        Assert.Equal(plain, half);
        Assert.Equal(plain, whole);
    });

    [Fact]
    public void The_vector_roads_and_the_plain_one_hash_a_word_and_its_beginnings_alike() =>
        Gen.Select(Units.Array[64], Gen.Int[1, 40]).Sample((units, length) =>
        {
            var word = units.AsSpan(0, length);
            var (plain, half, whole) = (new ulong[8], new ulong[8], new ulong[8]);
            var hash = TokenHash.OfWordPlain(word, ref plain[0]);
            Assert.Equal(TokenHash.Of(word), hash);
            var used = Math.Clamp(length - 2, 0, TokenHash.MostPrefixes);
            if (Avx2.IsSupported)
            {
                Assert.Equal(hash, TokenHash.OfWord256(ref units[0], length, ref half[0]));
                Assert.Equal(plain[..used], half[..used]);
            }

            if (Avx512F.IsSupported && Vector512.IsHardwareAccelerated)
            {
                Assert.Equal(hash, TokenHash.OfWord512(ref units[0], length, ref whole[0]));
                Assert.Equal(plain[..used], whole[..used]);
            }

            for (var i = 0; i < used; i++)
            {
                Assert.Equal(TokenHash.OfPrefix(word[..(i + 3)]), plain[i]);
            }
        });

    [Fact]
    public void Words_begin_and_end_where_a_walk_unit_by_unit_finds_them() => Units.Where(unit => Tarazy.Analysis.Text.Units.Fold(unit) == unit).Array[1, 300].Sample(units =>
    {
        var text = new char[units.Length + WordRuns.Slack];
        units.CopyTo(text, 0);
        var words = new WordRuns();
        words.Read(text, units.Length);
        Assert.Equal(Walk(units), words.Bounds.ToArray());
    });

    private static List<int> Walk(char[] units)
    {
        var bounds = new List<int>();
        var inside = false;
        for (var i = 0; i <= units.Length; i++)
        {
            var word = i < units.Length && (IsWord(units[i]) || (units[i] == '\'' && i > 0 && i + 1 < units.Length && IsLetter(units[i - 1]) && IsLetter(units[i + 1])));
            if (word != inside)
            {
                bounds.Add(i);
            }

            inside = word;
        }

        return bounds;
    }

    private static bool IsWord(char unit) => (Tarazy.Analysis.Text.Units.ClassOf(unit) & UnitClass.Word) != UnitClass.None;

    private static bool IsLetter(char unit) => (Tarazy.Analysis.Text.Units.ClassOf(unit) & (UnitClass.Word | UnitClass.Digit)) == UnitClass.Word;
}
