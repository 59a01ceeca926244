using System.Globalization;
using System.Text;
using System.Xml;

namespace Tarazy.Server.Public.Register;

/// <param name="Base">Public address of the desk, from its settings: the address of a request can be made up by whoever asks.</param>
/// <param name="Query">The search that the feed is of; empty for everything.</param>
internal sealed record AtomHead(string Base, string Query, string Title, string Author);

/// <param name="Path">Where it is read, from the root of the desk.</param>
/// <param name="Published">Null where the day is not public.</param>
/// <param name="Summary">Null where the title says it all.</param>
internal sealed record AtomEntry(string Path, string Title, DateTimeOffset? Published, DateTimeOffset? Updated, string? Summary = null);

/// <summary>The newest of something as a feed (RFC 4287).</summary>
internal static class AtomFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    /// <param name="self">Path of the feed.</param>
    /// <param name="page">Path of the page that shows the same.</param>
    public static byte[] Write(AtomHead head, string self, string page, IReadOnlyList<AtomEntry> entries)
    {
        using var bytes = new MemoryStream();
        using (var feed = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            var root = head.Base.TrimEnd('/');
            var query = head.Query.Length > 0 ? "?" + head.Query : "";
            feed.WriteStartElement("feed", Namespace);
            Text(feed, "id", root + self + query);
            Text(feed, "title", head.Title);

            // A feed must say when it changed, also before its first entry.
            Text(feed, "updated", Time(entries.Select(e => e.Updated ?? DateTimeOffset.UnixEpoch).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max()));
            Link(feed, "self", root + self + query);
            Link(feed, "alternate", root + page + query);
            feed.WriteStartElement("author", Namespace);
            Text(feed, "name", head.Author);
            feed.WriteEndElement();
            foreach (var entry in entries)
            {
                Entry(feed, root, entry);
            }

            feed.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void Entry(XmlWriter feed, string root, AtomEntry entry)
    {
        var address = root + entry.Path;
        feed.WriteStartElement("entry", Namespace);
        Text(feed, "id", address);
        Text(feed, "title", entry.Title);
        if (entry.Published is { } published)
        {
            Text(feed, "published", Time(published));
        }

        Text(feed, "updated", Time(entry.Updated ?? DateTimeOffset.UnixEpoch));
        if (entry.Summary is { } summary)
        {
            Text(feed, "summary", summary);
        }

        Link(feed, "alternate", address);
        feed.WriteEndElement();
    }

    private static void Text(XmlWriter feed, string name, string value) => feed.WriteElementString(name, Namespace, Allowed(value));

    private static void Link(XmlWriter feed, string rel, string address)
    {
        feed.WriteStartElement("link", Namespace);
        feed.WriteAttributeString("rel", rel);
        feed.WriteAttributeString("href", Allowed(address));
        feed.WriteEndElement();
    }

    // XML 1.0 cannot carry control characters or half a surrogate pair, escaped or not; a channel's title can hold both.
    private static string Allowed(string value)
    {
        var kept = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
        {
            if (rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value))
            {
                kept.Append(rune);
            }
        }

        return kept.ToString();
    }

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
