using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Rules.Slots;

/// <summary>A share in per cent, as a sign or a word.</summary>
internal sealed class PercentSlot : ISlot
{
    private static readonly string[] Words = ["процент", "пайыз", "foiz", "фоиз", "відсот", "percent", "проц"];

    public string Name => "percent";

    public int Find(FoldedText text, Span<SlotSpan> found)
    {
        var chars = text.Chars;
        var count = 0;
        for (var i = 0; i < chars.Length && count < found.Length; i++)
        {
            if (!NumberReader.StartsAt(chars, i))
            {
                continue;
            }

            var number = NumberReader.Read(chars, i, out _);
            var end = UnitEnd(chars, NumberReader.SkipSpaces(chars, number));
            if (end > 0)
            {
                found[count++] = new SlotSpan(i, end - i);
            }

            i = Math.Max(end, number) - 1;
        }

        return count;
    }

    private static int UnitEnd(ReadOnlySpan<char> text, int at)
    {
        if (at < text.Length && text[at] == '%')
        {
            return at + 1;
        }

        foreach (var word in Words)
        {
            if (text[at..].StartsWith(word, StringComparison.Ordinal))
            {
                return NumberReader.WordEnd(text, at);
            }
        }

        return -1;
    }
}
