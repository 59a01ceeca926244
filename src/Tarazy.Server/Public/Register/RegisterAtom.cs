using System.Globalization;
using System.Text;
using System.Xml;
using Published = Tarazy.Publish.Register;

namespace Tarazy.Server.Public.Register;

/// <param name="Base">Public address of the desk, from its settings: the address of a request can be made up by whoever asks.</param>
/// <param name="Query">The search that the feed is of; empty for everything.</param>
internal sealed record AtomHead(string Base, string Query, string Title, string Author);

/// <summary>The newest notices as a feed (RFC 4287).</summary>
internal static class RegisterAtom
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    public static byte[] Write(AtomHead head, IReadOnlyList<(Published.RegisterLine Line, string Title)> notices)
    {
        using var bytes = new MemoryStream();
        using (var feed = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            var root = head.Base.TrimEnd('/');
            var query = head.Query.Length > 0 ? "?" + head.Query : "";
            feed.WriteStartElement("feed", Namespace);
            Text(feed, "id", root + RegisterQuery.Atom + query);
            Text(feed, "title", head.Title);

            // A feed must say when it changed, also before its first notice.
            Text(feed, "updated", Time(notices.Select(n => Changed(n.Line)).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max()));
            Link(feed, "self", root + RegisterQuery.Atom + query);
            Link(feed, "alternate", root + RegisterQuery.Register + query);
            feed.WriteStartElement("author", Namespace);
            Text(feed, "name", head.Author);
            feed.WriteEndElement();
            foreach (var (line, title) in notices)
            {
                Entry(feed, root, line, title);
            }

            feed.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void Entry(XmlWriter feed, string root, Published.RegisterLine line, string title)
    {
        var address = root + RegisterQuery.To(RegisterQuery.Notice, line.Number);
        feed.WriteStartElement("entry", Namespace);
        Text(feed, "id", address);
        Text(feed, "title", $"{line.Number}. {title}");
        Text(feed, "published", Time(line.SignedAt));
        Text(feed, "updated", Time(Changed(line)));
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

    private static DateTimeOffset Changed(Published.RegisterLine line) =>
        new[] { line.SignedAt, line.SentAt ?? line.SignedAt, line.AnsweredAt ?? line.SignedAt, line.ErasedAt ?? line.SignedAt }.Max();

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
