using Tarazy.Policy.Ages;
using Tarazy.Policy.Law;
using Tarazy.Policy.StateMeasures;

namespace Tarazy.Policy.Loading;

/// <summary>Reads state measures, from one file or from every file of a folder.</summary>
internal static class LoadStateMeasures
{
    public static StateMeasuresLoad From(string path, PackLimits limits)
    {
        var faults = new List<PackFault>();
        var measures = new List<(Fields At, StateMeasure Value)>();
        foreach (var (file, name) in RecordFiles.Of(path, except: [], faults))
        {
            var source = new PackFile(name, faults);
            if (source.Read(file, limits) is not { } top)
            {
                continue;
            }

            var fields = new Fields(top, source, "", '_');
            RecordFiles.Head(fields);
            foreach (var item in fields.Items("records"))
            {
                var before = faults.Count;
                var measure = One(item);
                if (faults.Count == before)
                {
                    measures.Add((item, measure));
                }
            }

            fields.Done();
        }

        ReadShared.Unique(measures, measure => measure.Id, "id");
        return new StateMeasuresLoad(new StateMeasureRegister([.. measures.Select(measure => measure.Value).DistinctBy(measure => measure.Id)]), faults);
    }

    private static StateMeasure One(Fields from)
    {
        var measure = new StateMeasure(
            from.Text("id"),
            from.Text("country"),
            Date(from),
            RecordFields.Partial(from, "date_end"),
            from.Choice<StateMeasureKind>("kind"),
            from.Choice<StateMeasureStatus>("status"),
            from.Text("authority"),
            from.Choice<AuthorityType>("authority_type"),
            from.OptionalText("legal_basis"),
            from.Text("target"),
            RecordFields.Amount(from, "amount"),
            from.OptionalText("currency"),
            from.OptionalText("hours"),
            from.OptionalText("stated_reason"),
            from.Text("outcome"),
            from.OptionalText("proportionality_note"),
            RecordFields.Addresses(from, "sources"),
            from.Choice<Confidence>("confidence"),
            from.Choice<HowChecked>("verified"),
            from.OptionalText("conflict"));
        Check(from, measure);
        from.Done();
        return measure;
    }

    private static PartialDate Date(Fields from)
    {
        if (RecordFields.Partial(from, "date") is { } date)
        {
            return date;
        }

        if (from.OptionalText("date") is null)
        {
            from.Fault("date", "It is missing.", "Write the day, the month or the year, as far as it is known.");
        }

        return default;
    }

    private static void Check(Fields from, StateMeasure measure)
    {
        if (measure.DateEnd is { } end && end.Last < measure.Date.First)
        {
            from.Fault("date_end", "It ends before it begins.", "Mend the dates.");
        }

        if (measure is { Amount: not null, Currency: null })
        {
            from.Fault("currency", "The amount has no currency.", "Add its ISO 4217 code.");
        }

        if (measure is { Verified: HowChecked.Read, Sources.Count: 0 })
        {
            from.Fault("sources", "It says that a page was read and names none.", "Add the address, or say verified: recall.");
        }

        if (measure is { Kind: StateMeasureKind.BlockOrderRevoked, Status: not StateMeasureStatus.Revoked })
        {
            from.Fault("status", "An order that was revoked has the status revoked.", "Write status: revoked, or another kind.");
        }
    }
}
