using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.Extensions.Localization;
using Tarazy.Publish.StateMeasures;
using Tarazy.Server.Web;

namespace Tarazy.Server.Public.Law.Measures;

/// <summary>What was added to the register, revised in it and withdrawn from it, as a feed (RFC 4287), the newest first.</summary>
internal sealed class MeasureAtom(LawDesk law, MeasureWords says, IStringLocalizer<Texts> texts)
{
    private const string Namespace = "http://www.w3.org/2005/Atom";
    private const int Most = 200;

    /// <param name="address">Public address of the desk, from its settings.</param>
    public byte[] Write(string address, string author, MeasuresView view)
    {
        using var bytes = new MemoryStream();
        using (var feed = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, CheckCharacters = false }))
        {
            var root = address.TrimEnd('/');
            var query = view.Filter.Query;
            var editions = view.Shelf.All.Where(state => view.Filter.Fits(state.Record))
                .SelectMany(state => state.Editions.Select(edition => (State: state, Edition: edition)))
                .OrderByDescending(one => one.Edition.At).ThenByDescending(one => one.Edition.Record.Date.First).Take(Most).ToList();
            feed.WriteStartElement("feed", Namespace);
            feed.WriteElementString("id", Namespace, root + MeasureQuery.Atom + query);
            feed.WriteElementString("title", Namespace, "Tarazy: state measures");
            feed.WriteElementString("updated", Namespace, Time(editions.Count == 0 ? DateTimeOffset.UnixEpoch : editions[0].Edition.At));
            Link(feed, "self", root + MeasureQuery.Atom + query);
            Link(feed, "alternate", root + MeasureQuery.Page + query);
            feed.WriteStartElement("author", Namespace);
            feed.WriteElementString("name", Namespace, author);
            feed.WriteEndElement();
            foreach (var (_, edition) in editions)
            {
                Entry(feed, root, edition);
            }

            feed.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private void Entry(XmlWriter feed, string root, MeasureEdition edition)
    {
        var record = edition.Record;
        var address = root + MeasureQuery.To(record.Id, edition.Number);
        feed.WriteStartElement("entry", Namespace);
        feed.WriteElementString("id", Namespace, address);
        feed.WriteElementString(
            "title", Namespace, $"{texts[$"edition.{FormNames.Of(edition.Kind)}"]}: {record.Id}, {law.Place(record.Country)}, {law.Word("kind", record.Kind)}, {law.Word("state", record.Status)}");
        feed.WriteElementString("updated", Namespace, Time(edition.At));
        feed.WriteElementString("summary", Namespace, Summary(edition));
        Link(feed, "alternate", address);
        feed.WriteEndElement();
    }

    private string Summary(MeasureEdition edition)
    {
        var changed = edition.Changes.Count == 0 ? null : texts["atom.changed", string.Join(", ", edition.Changes.Select(change => says.Field(change.Field)))].Value;
        return XmlText(string.Join(' ', new[] { edition.Reason, changed, edition.Record.Outcome }.Where(part => part is { Length: > 0 })));
    }

    // A control character has no place in XML at all, not even escaped.
    private static string XmlText(string text) => string.Concat(text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));

    private static void Link(XmlWriter feed, string rel, string address)
    {
        feed.WriteStartElement("link", Namespace);
        feed.WriteAttributeString("rel", rel);
        feed.WriteAttributeString("href", address);
        feed.WriteEndElement();
    }

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
