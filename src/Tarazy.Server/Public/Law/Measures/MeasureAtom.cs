using System.Globalization;
using System.Text;
using System.Xml;
using Tarazy.Policy.StateMeasures;

namespace Tarazy.Server.Public.Law.Measures;

/// <summary>The state measures as a feed (RFC 4287).</summary>
internal static class MeasureAtom
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    /// <param name="address">Public address of the desk, from its settings.</param>
    public static byte[] Write(string address, string query, string author, IReadOnlyList<StateMeasure> measures, LawDesk law)
    {
        using var bytes = new MemoryStream();
        using (var feed = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            var root = address.TrimEnd('/');
            var search = query.Length > 0 ? "?" + query : "";
            feed.WriteStartElement("feed", Namespace);
            feed.WriteElementString("id", Namespace, root + MeasureQuery.Atom + search);
            feed.WriteElementString("title", Namespace, "Tarazy: state measures");
            feed.WriteElementString("updated", Namespace, Time(measures.Select(measure => measure.Date.Last).DefaultIfEmpty(DateOnly.FromDateTime(DateTime.UnixEpoch)).Max()));
            Link(feed, "self", root + MeasureQuery.Atom + search);
            Link(feed, "alternate", root + MeasureQuery.Page + search);
            feed.WriteStartElement("author", Namespace);
            feed.WriteElementString("name", Namespace, author);
            feed.WriteEndElement();
            foreach (var measure in measures)
            {
                feed.WriteStartElement("entry", Namespace);
                feed.WriteElementString("id", Namespace, root + MeasureQuery.To(measure.Id));
                feed.WriteElementString("title", Namespace, $"{law.Place(measure.Country)}: {law.Word("kind", measure.Kind)}, {law.Word("state", measure.Status)}");
                feed.WriteElementString("updated", Namespace, Time((measure.DateEnd ?? measure.Date).Last));
                feed.WriteElementString("summary", Namespace, measure.Outcome);
                Link(feed, "alternate", root + MeasureQuery.To(measure.Id));
                feed.WriteEndElement();
            }

            feed.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void Link(XmlWriter feed, string rel, string address)
    {
        feed.WriteStartElement("link", Namespace);
        feed.WriteAttributeString("rel", rel);
        feed.WriteAttributeString("href", address);
        feed.WriteEndElement();
    }

    private static string Time(DateOnly day) => day.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);
}
