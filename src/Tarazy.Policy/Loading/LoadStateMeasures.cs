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
        var measures = RecordFiles.Read(path, "records", except: [], limits, faults, One, measure => measure.Id);
        return new StateMeasuresLoad(new StateMeasureRegister(measures), faults);
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
            from.Has("grounds") ? from.Choices<Ground>("grounds") : [],
            from.Text("outcome"),
            from.OptionalText("undone_because") is null ? null : from.Choice<UndoneBecause>("undone_because"),
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
        foreach (var (field, fault) in MeasureRules.Faults(measure))
        {
            var (says, mend) = Words(fault);
            from.Fault(field, says, mend);
        }
    }

    private static (string Says, string Mend) Words(MeasureFault fault) => fault switch
    {
        MeasureFault.EndsBeforeItBegins => ("It ends before it begins.", "Mend the dates."),
        MeasureFault.AmountWithoutCurrency => ("The amount has no currency.", "Add its ISO 4217 code."),
        MeasureFault.ReadWithoutSource => ("It says that a page was read and names none.", "Add the address, or say verified: recall."),
        MeasureFault.RevokedOrderStands => ("An order that was revoked has the status revoked.", "Write status: revoked, or another kind."),
        MeasureFault.UndoneButStands => ("It says why it was taken back, and its status says that it was not.", "Write status: revoked or overturned, or take undone_because out."),
        _ => ("The record cannot stand so.", "Mend it."),
    };
}
