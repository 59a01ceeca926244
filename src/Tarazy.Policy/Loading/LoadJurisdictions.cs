using Tarazy.Policy.Ages;

namespace Tarazy.Policy.Loading;

/// <summary>Reads the places: their names, the layer above them, their time zones.</summary>
internal static class LoadJurisdictions
{
    public static (Jurisdictions Places, IReadOnlyList<PackFault> Faults) From(string file, PackLimits limits)
    {
        var faults = new List<PackFault>();
        var places = new List<(Fields At, Jurisdiction Value)>();
        var source = new PackFile(Path.GetFileName(file), faults);
        if (!File.Exists(file))
        {
            faults.Add(new(source.Name, 0, 0, "", "The file is not there, so no layers and no time zones are known.", "Put it back."));
        }
        else if (source.Read(file, limits) is { } top)
        {
            var fields = new Fields(top, source, "");
            places.AddRange(fields.Items("jurisdictions").Select(item => (item, One(item))));
            fields.Done();
            ReadShared.Unique(places, place => place.Code, "code");
            foreach (var (at, place) in places.Where(place => place.Value.PartOf is { } above && !places.Exists(other => other.Value.Code == above)))
            {
                at.Fault("part_of", $"There is no jurisdiction {place.PartOf}.", "Add it, or mend the code.");
            }
        }

        return (new Jurisdictions(faults.Count == 0 ? [.. places.Select(place => place.Value)] : []), faults);
    }

    private static Jurisdiction One(Fields from)
    {
        var place = new Jurisdiction(from.Text("code"), from.Local("name"), from.OptionalText("part_of"), RecordFields.OptionalTexts(from, "zones"));
        foreach (var wrong in place.Zones.Where(zone => !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)))
        {
            from.Fault("zones", $"\"{wrong}\" is no time zone.", "Write an IANA name, e.g. Asia/Almaty.");
        }

        from.Done();
        return place;
    }
}
