using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Rules.Slots;

/// <summary>A phone number as it is dialled in the region: with a plus, or beginning 87, 89, 84, 77, 79 or 0. Sums and years are not.</summary>
internal sealed class PhoneSlot : ISlot
{
    public string Name => "phone";

    public int Find(FoldedText text, Span<SlotSpan> found)
    {
        var chars = text.Chars;
        var count = 0;
        for (var i = 0; i < chars.Length && count < found.Length; i++)
        {
            var plus = chars[i] == '+';
            if (!(plus || char.IsAsciiDigit(chars[i])) || (i > 0 && (char.IsLetterOrDigit(chars[i - 1]) || chars[i - 1] is '/' or '@')))
            {
                continue;
            }

            var end = ReadDigits(chars, plus ? i + 1 : i, out var digits, out var first, out var second);
            if (IsDialled(plus, digits, first, second))
            {
                found[count++] = new SlotSpan(i, end - i);
            }

            i = Math.Max(end, i + 1) - 1;
        }

        return count;
    }

    private static int ReadDigits(ReadOnlySpan<char> text, int at, out int digits, out char first, out char second)
    {
        (digits, first, second) = (0, '\0', '\0');
        var end = at;
        for (var i = at; i < text.Length && i - end <= 2 && digits < 16; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                digits++;
                (first, second) = digits switch { 1 => (text[i], second), 2 => (first, text[i]), _ => (first, second) };
                end = i + 1;
            }
            else if (text[i] is not (' ' or '-' or '(' or ')' or '\u00A0'))
            {
                break;
            }
        }

        return end;
    }

    private static bool IsDialled(bool plus, int digits, char first, char second) =>
        plus
            ? digits is >= 10 and <= 15
            : (digits == 11 && first is '7' or '8' && second is '7' or '9' or '4') || (digits == 10 && first == '0') || (digits == 12 && first == '9' && second == '9');
}
