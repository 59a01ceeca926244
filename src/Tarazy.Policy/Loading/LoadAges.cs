using Tarazy.Policy.Ages;

namespace Tarazy.Policy.Loading;

/// <summary>Reads age rules, from one file or from every file of a folder.</summary>
internal static class LoadAges
{
    private static readonly string[] Others = ["jurisdictions.yaml", "issuers.yaml"];

    public static AgeRulesLoad From(string path, PackLimits limits)
    {
        var faults = new List<PackFault>();
        var rules = new List<(Fields At, AgeRule Value)>();
        foreach (var (file, name) in RecordFiles.Of(path, Others, faults))
        {
            var source = new PackFile(name, faults);
            if (source.Read(file, limits) is not { } top)
            {
                continue;
            }

            var fields = new Fields(top, source, "", '_');
            RecordFiles.Head(fields);
            foreach (var item in fields.Items("rules"))
            {
                var before = faults.Count;
                var rule = ReadAgeRule.From(item);
                if (faults.Count == before)
                {
                    rules.Add((item, rule));
                }
            }

            fields.Done();
        }

        ReadShared.Unique(rules, rule => rule.Id, "id");
        return new AgeRulesLoad(new AgeRules([.. rules.Select(rule => rule.Value).DistinctBy(rule => rule.Id)]), faults);
    }
}
