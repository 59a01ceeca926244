using Tarazy.Policy.Law;
using Tarazy.Records.Demands;

namespace Tarazy.Policy.Loading;

/// <summary>Reads what a pack says of demands. A pack that says nothing is whole; then nothing can be complied with under it.</summary>
internal static class ReadDemands
{
    public static IReadOnlyList<DemandRule> Rules(Fields top, IReadOnlyList<Clause> clauses, IReadOnlyList<Clock> clocks)
    {
        if (!top.Has("demands"))
        {
            return [];
        }

        var entries = top.Items("demands").Select(f => (At: f, Value: One(f, clauses, clocks))).ToList();
        ReadShared.Unique(entries, r => r.Kind.ToString(), "kind");
        return [.. entries.Select(e => e.Value)];
    }

    public static IReadOnlyList<IssuerHosts> Issuers(Fields top)
    {
        if (!top.Has("issuers"))
        {
            return [];
        }

        return [.. top.Items("issuers").Select(Hosts)];
    }

    private static DemandRule One(Fields fields, IReadOnlyList<Clause> clauses, IReadOnlyList<Clock> clocks)
    {
        var rule = new DemandRule(
            fields.Choice<DemandKind>("kind"),
            CourtOrder(fields),
            fields.Has("clauses") ? fields.Texts("clauses") : [],
            fields.OptionalText("clock"),
            ReadShared.Provenance(fields));
        foreach (var unknown in rule.Clauses.Where(id => clauses.All(c => c.Ref.Clause != id)))
        {
            fields.Fault("clauses", $"The pack has no clause \"{unknown}\".", "Add it to clauses, or take it out.");
        }

        if (rule.Clock is { } clock && clocks.All(c => c.Id != clock))
        {
            fields.Fault("clock", $"The pack has no clock \"{clock}\".", "Add it to clocks, or take it out.");
        }

        if (rule is { Kind: DemandKind.Data or DemandKind.OtherInformation, Clauses.Count: 0 })
        {
            fields.Fault("clauses", "No clause names a measure for information, so the clauses that carry such a demand must be named.", "Write clauses: with their ids, or take the rule out.");
        }

        fields.Done();
        return rule;
    }

    // Left out it is owed: nobody comes to do without a court by forgetting a line.
    private static bool CourtOrder(Fields fields) => !fields.Has("court_order") || fields.Choice<CourtOrderDuty>("court_order") == CourtOrderDuty.Owed;

    private static IssuerHosts Hosts(Fields fields)
    {
        var issuer = new IssuerHosts(fields.Local("name"), fields.Texts("hosts"), ReadShared.Provenance(fields));
        foreach (var wrong in issuer.Hosts.Where(h => !IsHost(h)))
        {
            fields.Fault("hosts", $"\"{wrong}\" is not a host.", "Write it in lower-case Latin letters with a dot, such as gov.example.");
        }

        fields.Done();
        return issuer;
    }

    private static bool IsHost(string host) =>
        host.Length is > 3 and <= 253 && host.Contains('.', StringComparison.Ordinal) && !host.StartsWith('.') && !host.EndsWith('.')
        && host.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '-');

    /// <summary>The first one counts for a word that is none.</summary>
    private enum CourtOrderDuty
    {
        Owed,
        NotOwed,
    }
}
