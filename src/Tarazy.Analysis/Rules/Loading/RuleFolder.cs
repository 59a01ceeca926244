using Tarazy.Analysis.Rules.Matching;
using YamlDotNet.Core;

namespace Tarazy.Analysis.Rules.Loading;

/// <summary>Reads a folder of rules: <c>lists/*.yaml</c> first, then every other <c>*.yaml</c>.</summary>
internal static class RuleFolder
{
    private const string ListFolder = "lists";

    public static RuleBookLoad Load(string folder, RuleLimits limits)
    {
        var all = new List<RuleFault>();
        if (!Directory.Exists(folder))
        {
            all.Add(new RuleFault(folder, 0, 0, "There is no such folder.", "Name the folder that holds the lexicons."));
            return new RuleBookLoad(new RuleBook([]), all);
        }

        var files = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Take(limits.Files + 1)
            .Select(path => (Path: path, Name: Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .OrderBy(file => file.Name, StringComparer.Ordinal).ToArray();
        if (files.Length > limits.Files)
        {
            all.Add(new RuleFault(folder, 0, 0, $"The folder holds more than {limits.Files} files.", "Raise the limit or split the folder; no rule was read."));
            return new RuleBookLoad(new RuleBook([]), all);
        }

        var isList = files.ToLookup(file => file.Name.StartsWith(ListFolder + "/", StringComparison.Ordinal));
        var lists = Lists(isList[true], limits, all);
        var failing = new List<WatchRule>();
        return new RuleBookLoad(new RuleBook(Rules(isList[false], lists, limits, all, failing), lists: lists), all) { Failing = failing };
    }

    private static RuleLists Lists(IEnumerable<(string Path, string Name)> files, RuleLimits limits, List<RuleFault> all)
    {
        var words = new Dictionary<string, IReadOnlyList<Term>>(StringComparer.Ordinal);
        var channels = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (var (path, name) in files)
        {
            var faults = new Faults(name, all);
            if (YamlFile.Open(path, limits, faults) is { } root && ListReader.Read(root, limits, faults) is { } list
                && NamedAsItsFile(list.Name, name, root.Start, faults))
            {
                // Two folders below lists/ may hold the same name: the first in order stands, the other is named.
                var added = list.Channels.Count > 0 ? channels.TryAdd(list.Name, list.Channels) : words.TryAdd(list.Name, list.Terms);
                if (!added)
                {
                    faults.Add(root.Start, $"The list \"{list.Name}\" is there already.", "Give this one another name.");
                }
            }
        }

        return new RuleLists(words, channels);
    }

    private static List<WatchRule> Rules(IEnumerable<(string Path, string Name)> files, RuleLists lists, RuleLimits limits, List<RuleFault> all, List<WatchRule> failing)
    {
        var rules = new SortedDictionary<string, WatchRule>(StringComparer.Ordinal);
        foreach (var (path, name) in files)
        {
            var faults = new Faults(name, all);
            if (YamlFile.Open(path, limits, faults) is not { } root || new RuleReader(limits, lists, faults).Read(root) is not { } rule
                || !NamedAsItsFile(rule.Name, name, root.Start, faults))
            {
                continue;
            }

            if (rules.TryGetValue(rule.Name, out var other))
            {
                faults.Add(root.Start, $"The rule \"{rule.Name}\" stands in {other.File} already.", "Give this one another name.");
                continue;
            }

            all.AddRange(ExampleCheck.Failures(rule));
            if (faults.None)
            {
                rules.Add(rule.Name, rule);
            }
            else
            {
                failing.Add(rule);
            }
        }

        return [.. rules.Values];
    }

    // A finding names its rule: whoever reads it finds the file.
    private static bool NamedAsItsFile(string name, string file, Mark at, Faults faults)
    {
        if (Path.GetFileNameWithoutExtension(file) == name)
        {
            return true;
        }

        faults.Add(at, $"\"{name}\" is not the name of its file.", $"Rename the file to {name}.yaml.");
        return false;
    }
}
