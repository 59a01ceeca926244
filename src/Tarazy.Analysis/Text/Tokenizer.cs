using System.Runtime.CompilerServices;

namespace Tarazy.Analysis.Text;

/// <summary>
/// One walk over folded units: words, their hashes and the hashes of their beginnings. Words that need more (two scripts,
/// signs for letters, links) are noticed by the classes that were or-ed on the way, and only they are looked at again.
/// </summary>
internal struct Tokenizer(TokenList tokens, PositionMap map)
{
    /// <summary>This many disguised words make a text suspect; its doubtful words are then read as disguised too.</summary>
    private const int SuspectFrom = 2;

    /// <summary>This many single letters in a row are a word that was pulled apart.</summary>
    private const int PulledApartFrom = 4;

    private int _singles;
    private int _singlesEnd;
    private int _disguised;

    /// <summary>The text has words that must be put together before they can be read.</summary>
    public bool PulledApart { get; private set; }

    /// <summary>Whether the text, once suspect, should be walked again with the stricter reading.</summary>
    public bool Suspect => _disguised >= SuspectFrom;

    public void Run(Span<char> units, ReadOnlySpan<char> original, bool suspect)
    {
        tokens.Clear();
        _singles = _singlesEnd = _disguised = 0;
        PulledApart = false;
        var mender = new WordMender(units, original, map, suspect);
        var at = 0;
        while (at < units.Length)
        {
            var unit = units[at];
            if ((Units.ClassOf(unit) & UnitClass.Word) != UnitClass.None)
            {
                at = Word(units, at, ref mender);
            }
            else if (unit == '@' && Links.HandleEnd(units, at) is var end && end > at)
            {
                Whole(units, at, end, TokenKind.Handle);
                at = end;
            }
            else
            {
                at++;
            }
        }
    }

    private int Word(Span<char> units, int start, ref WordMender mender)
    {
        var prefixes = tokens.NextPrefixes();
        var hash = Walk(units, start, prefixes, out var end, out var seen);
        if (end < units.Length && (Units.ClassOf(units[end]) & UnitClass.Joins) != UnitClass.None)
        {
            if ((seen & (UnitClass.Cyrillic | UnitClass.Greek)) == UnitClass.None && Links.LinkEnd(units, start, end) is var linkEnd && linkEnd > end)
            {
                Whole(units, start, linkEnd, TokenKind.Link);
                return linkEnd;
            }

            if (mender.JoinsSign(start, end, seen))
            {
                units[end] = Twins.SignToCyrillic(units[end]);
                _disguised++;
                return Word(units, start, ref mender);
            }

            PulledApart |= WordMender.DrawnLetter(units, start, end);
        }

        if (WordMender.NeedsLook(seen) && mender.Mend(start, end, seen))
        {
            // A word wholly in Latin is too weak a sign to read the whole text with suspicion.
            _disguised += (seen & (UnitClass.Cyrillic | UnitClass.Greek)) != UnitClass.None ? 1 : 0;
            hash = Walk(units, start, prefixes, out end, out seen);
        }

        if (end - start == 1)
        {
            Single(start, seen);
        }

        var length = end - start;
        var kind = (seen & ~UnitClass.Word) == UnitClass.Digit ? TokenKind.Number : TokenKind.Word;
        tokens.Add(start, length, hash, kind, int.Clamp(length - TokenHash.ShortestPrefix + 1, 0, prefixes.Length));
        return end;
    }

    /// <summary>The hot loop: from the first unit of a word to its end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Walk(ReadOnlySpan<char> units, int start, Span<ulong> prefixes, out int end, out UnitClass seen)
    {
        unchecked
        {
            var hash = TokenHash.Seed;
            var all = UnitClass.None;
            var at = start;
            for (; at < units.Length; at++)
            {
                var unit = units[at];
                var kind = Units.ClassOf(unit);
                if ((kind & UnitClass.Word) == UnitClass.None)
                {
                    // An apostrophe between letters is a letter: oʻzbek, п'ять.
                    if (unit != '\'' || at == start || at + 1 >= units.Length || !Letter(units[at - 1]) || !Letter(units[at + 1]))
                    {
                        break;
                    }
                }

                all |= kind;
                hash = TokenHash.Next(hash, unit);
                var slot = (uint)(at - start - (TokenHash.ShortestPrefix - 1));
                if (slot < (uint)prefixes.Length)
                {
                    prefixes[(int)slot] = hash;
                }
            }

            end = at;
            seen = all;
            return hash;
        }
    }

    private static bool Letter(char unit) => (Units.ClassOf(unit) & (UnitClass.Word | UnitClass.Digit)) == UnitClass.Word;

    private void Single(int start, UnitClass seen)
    {
        var follows = start == _singlesEnd + 1 && _singles > 0;
        _singles = follows ? _singles + 1 : (seen & UnitClass.Digit) == UnitClass.None ? 1 : 0;
        _singlesEnd = start + 1;
        PulledApart |= _singles >= PulledApartFrom;
    }

    private void Whole(ReadOnlySpan<char> units, int start, int end, TokenKind kind)
    {
        var canonical = kind == TokenKind.Link ? Links.Canonical(units[start..end]) : units[start..end];
        tokens.Add(start, end - start, TokenHash.Of(canonical), kind, prefixes: 0);
    }
}
