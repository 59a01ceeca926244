using System.Text;
using AngleSharp.Dom;

namespace Tarazy.Ingest.Telegram.Preview;

/// <summary>The words of a message as a reader sees them: a break is a new line, an emoji is the character it stands for.</summary>
internal static class PreviewText
{
    public static string Of(IElement element, int mostDepth)
    {
        var text = new StringBuilder();
        Append(element, text, mostDepth);
        return Tidy(text.ToString());
    }

    private static void Append(INode node, StringBuilder to, int depth)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText words:
                    AppendCollapsed(words.Data, to);
                    break;
                case IElement { LocalName: "br" }:
                    to.Append('\n');
                    break;
                case IElement { LocalName: "script" or "style" }:
                    break;
                case IElement { LocalName: "pre" } code:
                    to.Append(code.TextContent);
                    break;
                case IElement element when depth > 0:
                    Append(element, to, depth - 1);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>White space of the source is one blank, as in a browser; a no-break space is a character of its own.</summary>
    private static void AppendCollapsed(string words, StringBuilder to)
    {
        foreach (var c in words)
        {
            if (c is not (' ' or '\t' or '\r' or '\n' or '\f'))
            {
                to.Append(c);
            }
            else if (to.Length > 0 && to[^1] is not (' ' or '\n'))
            {
                to.Append(' ');
            }
        }
    }

    private static string Tidy(string text) => text.Replace(" \n", "\n", StringComparison.Ordinal).Trim();
}
