using System.Text;

namespace Tarazy.Policy.Law;

/// <summary>Text with named places, e.g. <c>{appeal_link}</c>. What fills a place is never read for places again.</summary>
public static class Template
{
    /// <summary>Places that a form can have. There is none for the author of a post.</summary>
    public static IReadOnlySet<string> Places { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "notice_number", "items", "ask", "harm", "clause", "clause_text", "reasons", "channel_reasons", "legality", "aim_reason",
        "necessity", "why_not_milder", "ends_on", "territory", "appeal_link", "register_link", "statement", "statement_version",
        "notifier_name", "notifier_email", "detected_at", "channel_handle", "channel_title",
        "withdrawal_reasons", "sent_on",
    };

    /// <summary>Places of the part that is written once for each post.</summary>
    public static IReadOnlySet<string> ItemPlaces { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "item_number", "item_url", "item_message", "item_posted_at", "item_hash", "item_language", "item_quote",
    };

    /// <summary>The places in the order they stand, each as often as it does; false when a brace is not part of one.</summary>
    public static bool TryPlacesOf(string text, out IReadOnlyList<string> places)
    {
        var found = new List<string>();
        places = found;
        return Walk(text, _ => { }, found.Add);
    }

    /// <summary>Fills every place. The text has been checked at loading, so a stray brace is a fault.</summary>
    public static string Fill(string text, Func<string, string> value)
    {
        var filled = new StringBuilder(text.Length * 2);
        return Walk(text, plain => filled.Append(plain), place => filled.Append(value(place)))
            ? filled.ToString()
            : throw new ArgumentException("A brace is not part of a place.", nameof(text));
    }

    private static bool Walk(string text, Action<string> onText, Action<string> onPlace)
    {
        var at = 0;
        while (at < text.Length)
        {
            var brace = text.AsSpan(at).IndexOfAny('{', '}');
            if (brace < 0)
            {
                onText(text[at..]);
                return true;
            }

            var end = text.IndexOf('}', at + brace);
            var name = text[at + brace] == '{' && end > 0 ? text[(at + brace + 1)..end] : "";
            if (name.Length == 0 || name.Any(c => c is not ((>= 'a' and <= 'z') or '_')))
            {
                return false;
            }

            onText(text.Substring(at, brace));
            onPlace(name);
            at = end + 1;
        }

        return true;
    }
}
