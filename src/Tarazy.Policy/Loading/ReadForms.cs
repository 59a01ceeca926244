using Tarazy.Policy.Law;
using Tarazy.Records.Cases;

namespace Tarazy.Policy.Loading;

/// <summary>Reads a form and refuses one that would leave out what a letter must say.</summary>
internal static class ReadForms
{
    private static readonly string[] Languages = ["kk", "ru", "en"];

    // Regulation (EU) 2022/2065, article 16(2), asked of every notice and not only of those under that regulation.
    private static readonly string[] OfNotice =
        ["items", "ask", "clause", "reasons", "ends_on", "appeal_link", "register_link", "statement", "notifier_name", "notifier_email"];

    private static readonly string[] OfWithdrawal = ["items", "notice_number", "withdrawal_reasons", "register_link"];
    private static readonly string[] OfItem = ["item_url", "item_message", "item_posted_at", "item_hash", "item_quote"];

    public static NoticeForm From(Fields top)
    {
        var id = top.Id("form");
        var kind = top.Choice<FormKind>("kind");
        var statement = top.Takes("statement_version", kind == FormKind.Notice) ? top.Text("statement_version") : null;
        var letters = new Dictionary<string, FormLetter>(StringComparer.Ordinal);
        if (top.Map("letters") is { } byLanguage)
        {
            foreach (var language in Languages.Where(byLanguage.Has))
            {
                letters[language] = Letter(byLanguage.Map(language), language, kind);
            }

            byLanguage.Done();
            if (letters.Count == 0)
            {
                top.Fault("letters", "The form has no letter.", "Add one under kk, ru or en.");
            }
        }

        var form = new NoticeForm(id, kind, top.Text("version"), top.Text("law"), statement, letters, ReadShared.Provenance(top));
        top.Done();
        return form;
    }

    private static FormLetter Letter(Fields? fields, string language, FormKind kind)
    {
        if (fields is null)
        {
            return new(language, "", "", "", null, new Dictionary<Measure, string>());
        }

        var asks = fields.Takes("asks", kind == FormKind.Notice) ? Asks(fields) : new Dictionary<Measure, string>();
        var letter = new FormLetter(
            language,
            fields.Text("subject"),
            fields.Text("item"),
            fields.Text("body"),
            fields.Takes("statement", kind == FormKind.Notice) ? fields.Text("statement") : null,
            asks);
        Hold(fields, letter, kind);
        fields.Done();
        return letter;
    }

    private static Dictionary<Measure, string> Asks(Fields letter)
    {
        var asks = new Dictionary<Measure, string>();
        if (letter.Map("asks") is not { } fields)
        {
            return asks;
        }

        foreach (var name in fields.Names(() => ValueShapes.Word<Measure>('-'), ValueShapes.Text))
        {
            if (!Words.TryOf<Measure>(name, out var measure) || !measure.NeedsNotice())
            {
                fields.Fault(name, "This cannot be asked for.", Words.Mend<Measure>());
                continue;
            }

            asks[measure] = fields.Text(name);
            Places(fields, name, asks[measure], Template.Places);
        }

        return asks;
    }

    private static void Hold(Fields fields, FormLetter letter, FormKind kind)
    {
        var used = Places(fields, "body", letter.Body, Template.Places)
            .Concat(letter.Asks.Values.SelectMany(a => Template.TryPlacesOf(a, out var places) ? places : []))
            .ToHashSet(StringComparer.Ordinal);
        Places(fields, "subject", letter.Subject, Template.Places);
        if (letter.Statement is { } statement)
        {
            Places(fields, "statement", statement, Template.Places);
        }

        Owed(fields, "body", used, kind == FormKind.Notice ? OfNotice : OfWithdrawal);
        Owed(fields, "item", Places(fields, "item", letter.Item, Template.ItemPlaces).ToHashSet(StringComparer.Ordinal), OfItem);
        if (letter.Subject.AsSpan().ContainsAny('\r', '\n'))
        {
            fields.Fault("subject", "A subject is one line.", "Take the line break out.");
        }
    }

    private static void Owed(Fields fields, string name, HashSet<string> used, string[] owed)
    {
        foreach (var missing in owed.Where(o => !used.Contains(o) && fields.Has(name)))
        {
            fields.Fault(name, $"The place {{{missing}}} is missing.", $"Add {{{missing}}}: a letter must say it.");
        }
    }

    private static IReadOnlyList<string> Places(Fields fields, string name, string text, IReadOnlySet<string> known)
    {
        if (!Template.TryPlacesOf(text, out var places))
        {
            fields.Fault(name, "A brace is not part of a place.", "Write {name} in lower-case letters, or take the brace out.");
        }

        foreach (var unknown in places.Where(p => !known.Contains(p)))
        {
            fields.Fault(name, $"There is no place {{{unknown}}} here.", $"Use one of: {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
        }

        return places;
    }
}
