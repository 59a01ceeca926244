using Microsoft.Extensions.Localization;
using Tarazy.Publish.StateMeasures;
using Tarazy.Server.Public.Register;
using Tarazy.Server.Web;

namespace Tarazy.Server.Public.Law.Measures;

/// <summary>What was added to the register, revised in it and withdrawn from it, as a feed, the newest first.</summary>
internal sealed class MeasureAtom(LawDesk law, MeasureWords says, IStringLocalizer<Texts> texts)
{
    private const int Most = 200;

    /// <param name="address">Public address of the desk, from its settings.</param>
    public byte[] Write(string address, string author, MeasuresView view)
    {
        var editions = view.Shelf.All.Where(state => view.Filter.Fits(state.Record))
            .SelectMany(state => state.Editions)
            .OrderByDescending(edition => edition.At).ThenByDescending(edition => edition.Record.Date.First).Take(Most);
        var head = new AtomHead(address, view.Filter.Query.TrimStart('?'), "Tarazy: state measures", author);
        return AtomFeed.Write(head, MeasureQuery.Atom, MeasureQuery.Page, [.. editions.Select(Entry)]);
    }

    private AtomEntry Entry(MeasureEdition edition)
    {
        var record = edition.Record;
        return new AtomEntry(
            MeasureQuery.To(record.Id, edition.Number),
            $"{texts[$"edition.{FormNames.Of(edition.Kind)}"]}: {record.Id}, {law.Place(record.Country)}, {law.Word("kind", record.Kind)}, {law.Word("state", record.Status)}",
            Published: null,
            edition.At,
            Summary(edition));
    }

    private string Summary(MeasureEdition edition)
    {
        var changed = edition.Changes.Count == 0 ? null : texts["atom.changed", string.Join(", ", edition.Changes.Select(change => says.Field(change.Field)))].Value;
        return string.Join(' ', new[] { edition.Reason, changed, edition.Record.Outcome }.Where(part => part is { Length: > 0 }));
    }
}
