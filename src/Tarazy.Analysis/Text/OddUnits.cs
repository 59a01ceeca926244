using System.Numerics;

namespace Tarazy.Analysis.Text;

/// <summary>
/// The units of a text at which a disguise may be, from its rows of bits: nearly all of a Cyrillic text is stepped over 64 units at a time.
/// </summary>
/// <param name="bits">An empty block, those of the text, and an empty one; none when every unit is to be looked at, which finds the same.</param>
internal readonly ref struct OddUnits(ReadOnlySpan<UnitBits> bits, ReadOnlySpan<char> units)
{
    private const int Block = UnitBits.Units;

    private readonly ReadOnlySpan<UnitBits> _bits = bits;
    private readonly ReadOnlySpan<char> _units = units;

    /// <summary>Cyrillic and Greek letters less Latin ones.</summary>
    public int Balance()
    {
        var balance = 0;
        for (var at = 0; at < _units.Length && _bits.IsEmpty; at++)
        {
            balance += Weight(_units[at]);
        }

        for (var block = 1; block < _bits.Length - 1; block++)
        {
            balance += BitOperations.PopCount(_bits[block].Cyrillic) - BitOperations.PopCount(_bits[block].Latin);
            for (var rest = _bits[block].Other; rest != 0; rest &= rest - 1)
            {
                balance += Weight(_units[((block - 1) * Block) + BitOperations.TrailingZeroCount(rest)]);
            }
        }

        return balance;
    }

    /// <summary>
    /// Moves <paramref name="at"/> to the next word in which something else than Cyrillic letters may stand, and returns its end. Words are
    /// cut as <see cref="Spelt"/> cuts them: no word, link or handle reaches over a blank, so one may begin behind any.
    /// </summary>
    public int NextWord(ref int at)
    {
        var odd = NextBorrowed(at);
        var blank = _units[at..odd].LastIndexOfAny(' ', '\n');
        at += odd < _units.Length || _bits.IsEmpty ? blank + 1 : odd - at;
        return Spelt.Next(_units, ref at);
    }

    /// <summary>The next unit at which a pulled-apart word, an emoji inside a word or a letter drawn with strokes may begin.</summary>
    public int NextApart(int from)
    {
        for (var block = from / Block; block < _bits.Length - 2; block++)
        {
            ref readonly var here = ref _bits[block + 1];
            var words = here.Letters | here.Digit;
            var before = (words << 1) | (Words(block) >> (Block - 1));
            var after = (words >> 1) | (Words(block + 2) << (Block - 1));
            var strokes = here.Link & ((here.Sign >> 1) | (_bits[block + 2].Sign << (Block - 1)));
            var row = (here.Letters & ~before & ~after) | here.Pair | here.Symbol | strokes;
            if ((row & Onward(from, block)) is not 0 and var rest)
            {
                return (block * Block) + BitOperations.TrailingZeroCount(rest);
            }
        }

        return _bits.IsEmpty ? from : _units.Length;
    }

    private ulong Words(int block) => _bits[block].Letters | _bits[block].Digit;

    private int NextBorrowed(int from)
    {
        for (var block = from / Block; block < _bits.Length - 2; block++)
        {
            ref readonly var here = ref _bits[block + 1];
            if (((here.Latin | here.Other | here.Digit | here.Sign) & Onward(from, block)) is not 0 and var rest)
            {
                return (block * Block) + BitOperations.TrailingZeroCount(rest);
            }
        }

        return _bits.IsEmpty ? from : _units.Length;
    }

    private static ulong Onward(int from, int block) => block == from / Block ? ulong.MaxValue << (from % Block) : ulong.MaxValue;

    private static int Weight(char unit)
    {
        var kind = Units.ClassOf(unit);
        return (kind & (UnitClass.Cyrillic | UnitClass.Greek)) != UnitClass.None ? 1 : (kind & UnitClass.Latin) != UnitClass.None ? -1 : 0;
    }
}
