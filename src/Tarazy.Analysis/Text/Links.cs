using System.Buffers;

namespace Tarazy.Analysis.Text;

/// <summary>
/// Where links and handles end, and the one form under which a link is hashed: without scheme, <c>www.</c>, tracking
/// parameters, fragment and the last slash, so that two spellings of one link are one token.
/// </summary>
internal static class Links
{
    private const int ShortestHandle = 3;

    // Blanks, quotes and brackets end a link.
    private static readonly SearchValues<char> NoPath = SearchValues.Create(" \n<>\"'`«»|{}\u201C\u201D\u201E…)]");

    // A name with a dot and no path is a link only under these endings; otherwise it is a sentence without its blank.
    private static readonly string[] Endings =
    [
        "com", "org", "net", "info", "biz", "io", "me", "tv", "gov", "edu", "app", "site", "online", "store", "shop", "xyz", "top",
        "kz", "ru", "su", "uz", "kg", "tj", "tm", "ua", "by", "az", "am", "ge", "mn", "tr", "cn", "de", "fr", "uk", "eu", "us", "media", "news", "club", "pro", "live", "link", "ly", "gg", "cc", "be",
    ];

    /// <summary>The end of the handle whose @ is at <paramref name="at"/>; <paramref name="at"/> when it is none.</summary>
    public static int HandleEnd(ReadOnlySpan<char> units, int at)
    {
        var end = at + 1;
        while (end < units.Length && (char.IsAsciiLetterOrDigit(units[end]) || units[end] == '_'))
        {
            end++;
        }

        var cutByLetter = end < units.Length && Units.IsWord(units[end]);
        return end - at - 1 >= ShortestHandle && !cutByLetter ? end : at;
    }

    /// <summary>The end of the link or mail address whose first word is [start, wordEnd); wordEnd when it is none.</summary>
    public static int LinkEnd(ReadOnlySpan<char> units, int start, int wordEnd)
    {
        var rest = units[wordEnd..];
        if (rest.StartsWith("://", StringComparison.Ordinal))
        {
            var end = PathEnd(units, wordEnd + 3);
            return end > wordEnd + 3 ? end : wordEnd;
        }

        var host = HostEnd(units, start, out var lastDot);
        if (host < units.Length && units[host] == '@' && host + 1 < units.Length && char.IsAsciiLetterOrDigit(units[host + 1]))
        {
            var mail = HostEnd(units, host + 1, out var mailDot);
            return mailDot > host ? mail : wordEnd;
        }

        if (lastDot < 0 || host <= wordEnd)
        {
            return wordEnd;
        }

        var known = IsEnding(units[(lastDot + 1)..host]);
        if (host < units.Length && units[host] is '/' or '?' or ':')
        {
            return known || units[host] == '/' && LettersOnly(units[(lastDot + 1)..host]) ? PathEnd(units, host) : wordEnd;
        }

        return known && (host == units.Length || !Units.IsWord(units[host])) ? host : wordEnd;
    }

    /// <summary>The part of a link that says where it leads.</summary>
    public static ReadOnlySpan<char> Canonical(ReadOnlySpan<char> link)
    {
        var scheme = link.IndexOf("://", StringComparison.Ordinal);
        link = scheme >= 0 ? link[(scheme + 3)..] : link;
        link = link.StartsWith("www.", StringComparison.Ordinal) ? link[4..] : link;
        var fragment = link.IndexOf('#');
        link = fragment >= 0 ? link[..fragment] : link;
        var query = link.IndexOf('?');
        if (query >= 0 && IsTracking(link[(query + 1)..]))
        {
            link = link[..query];
        }

        return link.TrimEnd('/');
    }

    private static bool IsTracking(ReadOnlySpan<char> query) =>
        query.IsEmpty || query.StartsWith("utm_", StringComparison.Ordinal) || query.StartsWith("fbclid", StringComparison.Ordinal)
        || query.StartsWith("gclid", StringComparison.Ordinal) || query.StartsWith("yclid", StringComparison.Ordinal)
        || query.StartsWith("igsh", StringComparison.Ordinal);

    private static int HostEnd(ReadOnlySpan<char> units, int from, out int lastDot)
    {
        lastDot = -1;
        var at = from;
        for (; at < units.Length; at++)
        {
            var unit = units[at];
            if (char.IsAsciiLetterOrDigit(unit) || (unit is '-' or '_' && at > from))
            {
                continue;
            }

            if (unit != '.' || at + 1 >= units.Length || !char.IsAsciiLetterOrDigit(units[at + 1]))
            {
                break;
            }

            lastDot = at;
        }

        return at;
    }

    private static int PathEnd(ReadOnlySpan<char> units, int at)
    {
        var end = units[at..].IndexOfAny(NoPath);
        at = end < 0 ? units.Length : at + end;

        // A sentence's own signs after a link are not the link's.
        while (units[at - 1] is '.' or ',' or ';' or '!' or '?' or ':' or '*' or '(' or '[')
        {
            at--;
        }

        return at;
    }

    private static bool LettersOnly(ReadOnlySpan<char> ending) => ending.Length >= 2 && !ending.ContainsAnyExceptInRange('a', 'z');

    private static bool IsEnding(ReadOnlySpan<char> ending)
    {
        foreach (var known in Endings)
        {
            if (ending.SequenceEqual(known))
            {
                return true;
            }
        }

        return false;
    }
}
