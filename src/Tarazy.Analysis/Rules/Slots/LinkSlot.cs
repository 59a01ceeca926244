using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Rules.Slots;

/// <summary>A link, with or without its scheme.</summary>
internal sealed class LinkSlot : ISlot
{
    private static readonly string[] Openings = ["https://", "http://", "www.", "t.me/", "wa.me/", "bit.ly/", "telegra.ph/", "clck.ru/", "tinyurl.com/"];

    public string Name => "link";

    public int Find(FoldedText text, Span<SlotSpan> found)
    {
        var chars = text.Chars;
        var count = 0;
        for (var i = 0; i < chars.Length && count < found.Length; i++)
        {
            if (!Opens(chars, i))
            {
                continue;
            }

            var end = i;
            while (end < chars.Length && !char.IsWhiteSpace(chars[end]) && chars[end] is not (')' or ']' or '"' or '»' or '>'))
            {
                end++;
            }

            found[count++] = new SlotSpan(i, end - i);
            i = end - 1;
        }

        return count;
    }

    private static bool Opens(ReadOnlySpan<char> text, int at)
    {
        if (text[at] is not ('h' or 'w' or 't' or 'b' or 'c') || (at > 0 && char.IsLetterOrDigit(text[at - 1])))
        {
            return false;
        }

        foreach (var opening in Openings)
        {
            if (text[at..].StartsWith(opening, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
