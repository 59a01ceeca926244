using Tarazy.Policy.Ages;

namespace Tarazy.Policy.Loading;

/// <summary>Reads age rules, from one file or from every file of a folder.</summary>
internal static class LoadAges
{
    private static readonly string[] Others = ["jurisdictions.yaml", "issuers.yaml"];

    public static AgeRulesLoad From(string path, PackLimits limits)
    {
        var faults = new List<PackFault>();
        var rules = RecordFiles.Read(path, "rules", Others, limits, faults, ReadAgeRule.From, rule => rule.Id);
        return new AgeRulesLoad(new AgeRules(rules), faults);
    }
}
