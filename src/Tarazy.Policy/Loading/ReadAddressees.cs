using Tarazy.Policy.Law;
using Tarazy.Records.Cases;

namespace Tarazy.Policy.Loading;

/// <summary>Reads who can be written to.</summary>
internal static class ReadAddressees
{
    public static IReadOnlyList<Addressee> From(Fields top, IReadOnlyList<NoticeForm> forms)
    {
        var entries = top.Items("addressees").Select(f => (At: f, Value: One(f, forms))).ToList();
        ReadShared.Unique(entries, a => a.Id, "id");
        return [.. entries.Select(e => e.Value)];
    }

    private static Addressee One(Fields fields, IReadOnlyList<NoticeForm> forms)
    {
        var addressee = new Addressee(
            fields.Id("id"),
            fields.Local("name"),
            fields.OptionalText("entity"),
            fields.Choice<Route>("route"),
            fields.OptionalText("address"),
            fields.Text("form"),
            fields.Choices<DeskRole>("may_use"),
            fields.Choices<Measure>("measures"),
            ReadShared.InForce(fields, "in_service"),
            ReadShared.Provenance(fields));
        Hold(fields, addressee, forms);
        fields.Done();
        return addressee;
    }

    private static void Hold(Fields fields, Addressee addressee, IReadOnlyList<NoticeForm> forms)
    {
        fields.Named("address", "Write the address, or address: unknown, and nothing can be sent until it is known.");

        if (addressee is { Route: Route.Email, Address: { } mailbox } && mailbox.Split('@') is not [{ Length: > 0 }, { Length: > 0 }])
        {
            fields.Fault("address", $"\"{mailbox}\" is not a mailbox.", "Write name@host, or route: form.");
        }

        if (addressee.Address is { } address && (!Template.TryPlacesOf(address, out var places) || places.Any(p => p != "channel_handle")))
        {
            fields.Fault("address", "An address has no place but {channel_handle}.", "Take the braces out.");
        }

        if (addressee.MayUse.Count == 0)
        {
            fields.Fault("may_use", "Nobody may use it.", $"{Words.Mend<DeskRole>()}");
        }

        if (addressee.Measures.Any(m => !m.NeedsNotice()))
        {
            fields.Fault("measures", "Up to a label nobody outside is asked.", "Name rungs from ask-author on.");
        }

        if (forms.All(f => f.Id != addressee.Form || f.Kind != FormKind.Notice) && addressee.Form.Length > 0)
        {
            fields.Fault("form", $"The pack has no notice form \"{addressee.Form}\".", $"Add forms/{addressee.Form}.yaml, or use one of: {string.Join(", ", forms.Where(f => f.Kind == FormKind.Notice).Select(f => f.Id))}.");
        }
    }
}
