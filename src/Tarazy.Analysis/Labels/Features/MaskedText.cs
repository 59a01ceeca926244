using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Labels.Features;

/// <summary>
/// The folded text as letter runs read it: links and handles are one sign each, every digit is the same digit, blanks are one
/// border. A model then learns that there is a sum, not which. Its buffers are used again.
/// </summary>
internal sealed class MaskedText
{
    public const char Border = ' ';
    private const char LinkMask = '\uE000';
    private const char HandleMask = '\uE001';

    private char[] _units = new char[2048];
    private int[] _places = new int[2048];
    private int _length;

    public ReadOnlySpan<char> Units => _units.AsSpan(0, _length);

    /// <summary>Where each unit stands in the folded text.</summary>
    public ReadOnlySpan<int> Places => _places.AsSpan(0, _length);

    public void Fill(FoldedText text, bool kazakhTwins)
    {
        var chars = text.Chars;
        Reserve((chars.Length * 2) + 4);
        _length = 0;
        Add(Border, 0);
        int at = 0, token = 0;
        var tokens = text.Tokens;
        var kinds = text.Kinds;
        while (at < chars.Length)
        {
            while (token < tokens.Length && tokens[token].Start < at)
            {
                token++;
            }

            if (token < tokens.Length && tokens[token].Start == at && kinds[token] >= TokenKind.Link)
            {
                Add(kinds[token] == TokenKind.Link ? LinkMask : HandleMask, at);
                at += tokens[token].Length;
                continue;
            }

            var unit = chars[at];
            Add(unit <= ' ' ? Border : char.IsAsciiDigit(unit) ? '0' : unit, at);
            at++;
        }

        Add(Border, Math.Max(0, chars.Length - 1));
        if (kazakhTwins)
        {
            AddTwins();
        }
    }

    private void Add(char unit, int place)
    {
        if (unit == Border && _length > 0 && _units[_length - 1] == Border)
        {
            return;
        }

        _units[_length] = unit;
        _places[_length++] = place;
    }

    /// <summary>Appends every word that has Kazakh letters once more in Russian look-alikes.</summary>
    private void AddTwins()
    {
        var end = _length;
        var start = 0;
        for (var i = 1; i < end; i++)
        {
            if (_units[i] != Border)
            {
                continue;
            }

            if (_units.AsSpan(start, i - start).ContainsAny(Letters.Kazakh))
            {
                for (var k = start + 1; k <= i; k++)
                {
                    _units[_length] = Letters.Twin(_units[k]);
                    _places[_length++] = _places[k];
                }
            }

            start = i;
        }
    }

    private void Reserve(int length)
    {
        if (_units.Length < length)
        {
            _units = new char[length * 2];
            _places = new int[length * 2];
        }
    }
}
