using Tarazy.Policy.Law;

namespace Tarazy.Policy.Loading;

/// <summary>The fields that every line of law carries.</summary>
internal static class ReadShared
{
    public static Provenance Provenance(Fields from)
    {
        var provenance = new Provenance(
            from.Text("source"),
            from.Choice<Confidence>("confidence"),
            from.Choice<Verified>("verified"),
            from.OptionalText("note"));
        if (provenance.Verified == Verified.Believed && from.Has("confidence") && provenance.Confidence != Confidence.Low)
        {
            from.Fault("confidence", "What is only believed cannot be trusted more than low.", "Write confidence: low, or read the text and say verified: read.");
        }

        if (provenance is { Verified: Verified.Believed, Note: null } && from.Has("verified"))
        {
            from.Fault("note", "What is only believed must say so to the reviewer.", "Add note: Check before use.");
        }

        return provenance;
    }

    public static InForce InForce(Fields of, string name)
    {
        if (of.Map(name) is not { } fields)
        {
            return new(null, null, null);
        }

        var days = new InForce(fields.Day("from"), fields.Day("seen"), fields.Day("to"));
        fields.Named("from", "Write the first day, or from: unknown.");
        if (fields.Has("from") && days is { From: null, Seen: null })
        {
            fields.Fault("seen", "The first day is unknown and nobody says when it was seen in force.", "Add seen: with a day.");
        }

        if ((days.From ?? days.Seen) > days.To)
        {
            fields.Fault("to", "It ends before it begins.", "Mend the days.");
        }

        fields.Done();
        return days;
    }

    /// <summary>Refuses two entries of one id.</summary>
    public static void Unique<T>(IReadOnlyList<(Fields At, T Value)> entries, Func<T, string> id, string field)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (at, value) in entries.Where(e => !seen.Add(id(e.Value))))
        {
            at.Fault(field, $"\"{id(value)}\" stands here twice.", "Give each entry its own.");
        }
    }
}
