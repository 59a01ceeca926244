using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Rules.Slots;

/// <summary>A name to write to: <c>@name</c>, or a link that opens a chat. A mail address or a link to a post is none.</summary>
internal sealed class HandleSlot : ISlot
{
    private const int Shortest = 4;

    private static readonly string[] Chats = ["t.me/", "wa.me/", "telegram.me/"];

    public string Name => "handle";

    public int Find(FoldedText text, Span<SlotSpan> found)
    {
        var chars = text.Chars;
        var count = 0;
        for (var i = 0; i < chars.Length && count < found.Length; i++)
        {
            var name = NameAt(chars, i);
            var end = name < 0 ? -1 : NameEnd(chars, name);
            if (end - name >= Shortest && name >= 0 && !(end + 1 < chars.Length && chars[end] is '/' or '.' && char.IsLetterOrDigit(chars[end + 1])))
            {
                found[count++] = new SlotSpan(i, end - i);
                i = end - 1;
            }
        }

        return count;
    }

    /// <summary>Where the name begins if one is announced at this place, or -1.</summary>
    private static int NameAt(ReadOnlySpan<char> text, int at)
    {
        if (text[at] == '@')
        {
            return at == 0 || !char.IsLetterOrDigit(text[at - 1]) ? at + 1 : -1;
        }

        foreach (var chat in Chats)
        {
            if (text[at] == chat[0] && text[at..].StartsWith(chat, StringComparison.Ordinal) && (at == 0 || !char.IsLetterOrDigit(text[at - 1])))
            {
                return at + chat.Length;
            }
        }

        return -1;
    }

    private static int NameEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '+'))
        {
            at++;
        }

        return at;
    }
}
