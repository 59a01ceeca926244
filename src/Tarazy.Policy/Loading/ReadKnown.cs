using Tarazy.Policy.Law;

namespace Tarazy.Policy.Loading;

/// <summary>Reads what is known beside the clauses, and what is not known. A pack may have neither.</summary>
internal static class ReadKnown
{
    public static IReadOnlyList<KnownFact> Facts(Fields top)
    {
        if (!top.Has("known"))
        {
            return [];
        }

        var entries = top.Items("known").Select(f => (At: f, Value: Fact(f))).ToList();
        ReadShared.Unique(entries, k => k.Id, "id");
        return [.. entries.Select(e => e.Value)];
    }

    public static IReadOnlyList<Gap> Gaps(Fields top)
    {
        if (!top.Has("gaps"))
        {
            return [];
        }

        var entries = top.Items("gaps").Select(f =>
        {
            var gap = new Gap(f.Id("id"), f.Text("text"));
            f.Done();
            return (At: f, Value: gap);
        }).ToList();
        ReadShared.Unique(entries, g => g.Id, "id");
        return [.. entries.Select(e => e.Value)];
    }

    private static KnownFact Fact(Fields fields)
    {
        var fact = new KnownFact(fields.Id("id"), fields.Text("text"), fields.OptionalText("record"), ReadShared.Provenance(fields));
        fields.Done();
        return fact;
    }
}
