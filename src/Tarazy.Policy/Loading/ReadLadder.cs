using System.Globalization;
using Tarazy.Policy.Law;
using Tarazy.Records.Cases;

namespace Tarazy.Policy.Loading;

/// <summary>Reads the ladder and holds it to its floor: a pack may ask for more, never for less.</summary>
internal static class ReadLadder
{
    private const int LongestYears = 3660;

    public static IReadOnlyList<Rung> From(Fields top)
    {
        var entries = top.Items("ladder").Select(f => (At: f, Value: One(f))).ToList();
        ReadShared.Unique(entries, r => Words.Of(r.Measure), "rung");
        foreach (var missing in Enum.GetValues<Measure>().Where(m => entries.TrueForAll(e => e.Value.Measure != m)))
        {
            if (top.Has("ladder"))
            {
                top.Fault("ladder", $"The rung {Words.Of(missing)} is missing.", "Add it: a ladder has every rung.");
            }
        }

        return [.. entries.Select(e => e.Value).OrderBy(r => r.Measure)];
    }

    private static Rung One(Fields fields)
    {
        var measure = fields.Choice<Measure>("rung");
        var rung = new Rung(
            measure,
            fields.Number("readers", 1, 9),
            fields.Choices<Owed>("owed"),
            fields.Takes("longest_days", measure.Restricts()) ? fields.Number("longest_days", 1, LongestYears) : null,
            fields.Has("upheld_notices") ? fields.Number("upheld_notices", 0, 99) : 0);
        Hold(fields, rung, Rung.Least(measure));
        fields.Done();
        return rung;
    }

    private static void Hold(Fields fields, Rung rung, Rung least)
    {
        if (rung.Readers < least.Readers)
        {
            fields.Fault("readers", "A restriction has two readers or more.", $"Write {least.Readers.ToString(CultureInfo.InvariantCulture)} or more.");
        }

        if (rung.UpheldNotices < least.UpheldNotices)
        {
            fields.Fault("upheld_notices", "A channel is restricted only after repeated upheld notices.", $"Write {least.UpheldNotices.ToString(CultureInfo.InvariantCulture)} or more.");
        }

        var missing = least.Owed.Except(rung.Owed).ToList();
        if (missing.Count > 0)
        {
            fields.Fault("owed", $"A pack cannot waive {List(missing)} on this rung.", $"Write owed: [{List(least.Owed)}] or more.");
        }

        // Up to a label no clause is named, so no pack is known that could ask for more.
        if (!rung.Measure.Restricts() && rung.Owed.Except(least.Owed).Any())
        {
            fields.Fault("owed", "Up to a label nothing but reasons can be owed.", $"Write owed: [{List(least.Owed)}].");
        }
    }

    private static string List(IEnumerable<Owed> owed) => string.Join(", ", owed.Select(Words.Of));
}
