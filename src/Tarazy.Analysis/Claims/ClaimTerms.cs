using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Claims;

/// <summary>What is known of a term beside its key.</summary>
[Flags]
internal enum TermMarks : byte
{
    None = 0,
    Number = 1,

    /// <summary>Begins with a capital though no sentence begins there: mostly a name.</summary>
    Capital = 2,
}

/// <summary>
/// The terms of one text in their order: stems of words, numbers, and the parts of hashtags; without stop words, links, handles and
/// the trailer of an embedded post. Its buffers are used again. Not for two threads at a time.
/// </summary>
internal sealed class ClaimTerms
{
    /// <summary>Terms read of one text. A post of Telegram's longest has about 700 words.</summary>
    public const int Most = 1_024;

    private const ulong NumberSalt = 0x6E75_6D62_6572_0001;

    private readonly ulong[] _keys = new ulong[Most];
    private readonly int[] _starts = new int[Most];
    private readonly int[] _lengths = new int[Most];
    private readonly TermMarks[] _marks = new TermMarks[Most];

    private readonly KeyMemory _memory = new();
    private bool _names;

    public int Count { get; private set; }

    public ReadOnlySpan<ulong> Keys => _keys.AsSpan(0, Count);

    /// <summary>The text's stop words, a bit for each of <see cref="StopWords.Places"/>.</summary>
    public UInt128 Small { get; private set; }

    public ReadOnlySpan<TermMarks> Marks => _marks.AsSpan(0, Count);

    /// <summary>Where the term stands among the folded units of the text it was read from.</summary>
    public (int Start, int Length) Span(int term) => (_starts[term], _lengths[term]);

    /// <param name="names">Whether capitals are marked; only documents need it.</param>
    public void Read(FoldedText text, bool names = false)
    {
        (Count, Small) = (0, UInt128.Zero);
        _names = names;
        var units = text.Chars;
        var end = Trailer.Begin(units);
        var tokens = text.Tokens;
        for (var i = 0; i < tokens.Length && Count < Most; i++)
        {
            var token = tokens[i];
            if (token.Start >= end)
            {
                break;
            }

            if (text.Kinds[i] == TokenKind.Number)
            {
                Add(unchecked(token.Hash ^ NumberSalt), token.Start, token.Length, TermMarks.Number);
            }
            else if (text.Kinds[i] == TokenKind.Word)
            {
                Word(text, i, units);
            }
        }
    }

    private void Word(FoldedText text, int token, ReadOnlySpan<char> units)
    {
        var (start, length, hash) = text.Tokens[token];
        if (start > 0 && units[start - 1] == '#' && Hashtag(text, token, units))
        {
            return;
        }

        var key = _memory.Of(hash, units.Slice(start, length));
        if (KeyMemory.IsStop(key))
        {
            Small |= UInt128.One << (int)(key - 1);
        }
        else if (length >= 2)
        {
            var capital = _names && char.IsUpper(text.OriginalOf(token)[0]) && !BeginsSentence(units, start);
            Add(key, start, length, capital ? TermMarks.Capital : TermMarks.None);
        }
    }

    /// <summary>#AustralianFires is two words; a tag of one is a word like any other.</summary>
    private bool Hashtag(FoldedText text, int token, ReadOnlySpan<char> units)
    {
        var (start, length, _) = text.Tokens[token];
        var original = text.OriginalOf(token);
        if (original.Length != length)
        {
            return false;
        }

        var parts = 0;
        var from = 0;
        for (var i = 1; i <= length; i++)
        {
            if (i < length && !Breaks(original, i))
            {
                continue;
            }

            if (parts == 0 && i == length)
            {
                return false;
            }

            Part(units.Slice(start + from, i - from), start + from);
            parts++;
            from = i;
        }

        return true;
    }

    private void Part(ReadOnlySpan<char> part, int start)
    {
        if (char.IsAsciiDigit(part[0]))
        {
            Add(unchecked(TokenHash.Of(part) ^ NumberSalt), start, part.Length, TermMarks.Number);
        }
        else if (part.Length >= 2 && _memory.Of(TokenHash.Of(part), part) is var key && !KeyMemory.IsStop(key))
        {
            Add(key, start, part.Length, TermMarks.Capital);
        }
    }

    private static bool Breaks(ReadOnlySpan<char> tag, int at) =>
        (char.IsUpper(tag[at]) && (!char.IsUpper(tag[at - 1]) || (at + 1 < tag.Length && char.IsLower(tag[at + 1]))))
        || (char.IsAsciiDigit(tag[at]) != char.IsAsciiDigit(tag[at - 1]));

    private static bool BeginsSentence(ReadOnlySpan<char> units, int start)
    {
        while (start > 0 && units[start - 1] is ' ' or '"' or '\'' or '(' or '«' or '“')
        {
            start--;
        }

        return start == 0 || units[start - 1] is '.' or '!' or '?' or '\n' or ':' or '…';
    }

    private void Add(ulong key, int start, int length, TermMarks marks)
    {
        if (Count < Most)
        {
            _keys[Count] = key;
            _starts[Count] = start;
            _lengths[Count] = length;
            _marks[Count++] = marks;
        }
    }
}
