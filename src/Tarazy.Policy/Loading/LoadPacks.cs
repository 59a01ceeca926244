using System.Globalization;
using Tarazy.Policy.Law;
using YamlDotNet.RepresentationModel;

namespace Tarazy.Policy.Loading;

/// <summary>Reads a folder of packs. A pack with any fault is left out whole: half of a law is not a law.</summary>
internal static class LoadPacks
{
    private const string FormsFolder = "forms";

    public static PacksLoad From(string folder, PackLimits limits)
    {
        if (!Directory.Exists(folder))
        {
            return new(Packs.None, [new(folder, 0, 0, "", "There is no such folder, so no pack is known.", "Point the desk at its policies folder.")]);
        }

        var faults = new List<PackFault>();
        var read = new List<ReadPackFiles>();
        var folders = Directory.GetDirectories(folder).Where(d => File.Exists(Path.Combine(d, "pack.yaml"))).Order(StringComparer.Ordinal).ToList();
        if (folders.Count > limits.Packs)
        {
            faults.Add(new(folder, 0, 0, "", string.Create(CultureInfo.InvariantCulture, $"There are {folders.Count} packs; the first {limits.Packs} are read."), "Take the rest out."));
        }

        foreach (var one in folders.Take(limits.Packs))
        {
            var before = faults.Count;
            var pack = One(one, limits, faults);
            if (pack is not null && faults.Count == before)
            {
                read.Add(pack);
            }
        }

        return new(new Packs(HoldPacks.Sound(read, faults)), faults);
    }

    /// <summary>Reads one folder of a pack by itself; a pack above it is looked for beside it.</summary>
    public static PacksLoad Only(string folder, PackLimits limits)
    {
        var whole = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var name = Path.GetFileName(whole);
        var all = From(Path.GetDirectoryName(whole)!, limits);
        return new(
            new Packs([.. all.Packs.All.Where(pack => pack.Jurisdiction == name)]),
            [.. all.Faults.Where(fault => fault.File.StartsWith(name + "/", StringComparison.Ordinal) || fault.File == name)]);
    }

    private static ReadPackFiles? One(string folder, PackLimits limits, List<PackFault> faults)
    {
        var name = Path.GetFileName(folder);
        var forms = Path.Combine(folder, FormsFolder);
        var files = Yaml(folder);
        var formFiles = Directory.Exists(forms) ? Yaml(forms) : [];
        if (files.Count + formFiles.Count > limits.Files)
        {
            faults.Add(new(name, 0, 0, "", "The pack has more files than are read.", "Put sections together."));
            return null;
        }

        var sections = new Sections(new PackFile($"{name}/pack.yaml", faults));
        foreach (var path in files)
        {
            var file = new PackFile($"{name}/{Path.GetFileName(path)}", faults);
            if (file.Read(path, limits) is not { } top)
            {
                return null;
            }

            sections.Add(file, top);
        }

        var read = new List<(Fields At, NoticeForm Value)>();
        foreach (var path in formFiles)
        {
            var file = new PackFile($"{name}/{FormsFolder}/{Path.GetFileName(path)}", faults);
            if (file.Read(path, limits) is { } top)
            {
                var fields = new Fields(top, file, "");
                read.Add((fields, ReadForms.From(fields)));
            }
        }

        ReadShared.Unique(read, f => f.Id, "form");
        var pack = ReadPack.From(name, sections, [.. read.Select(r => r.Value)]);
        var tests = ReadTests.From(sections.Of("tests"), pack.Jurisdiction);
        sections.Done();
        return new(pack with { Tests = [.. tests.Select(t => t.Test)] }, sections.Of("pack"), tests);
    }

    private static List<string> Yaml(string folder) => [.. Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal)];
}

/// <summary>The sections of one pack, whichever of its files they stand in.</summary>
internal sealed class Sections(PackFile main)
{
    private static readonly string[] OwnSections =
        ["harms", "clauses", "ladder", "clocks", "addressees", "demands", "issuers", "tests", "known", "gaps"];
    private readonly Dictionary<string, Fields> _bySection = new(StringComparer.Ordinal);
    private readonly List<Fields> _files = [];

    /// <summary>All sections in one mapping.</summary>
    public static Sections Whole(Fields all)
    {
        var sections = new Sections(all.File);
        sections._bySection["pack"] = all;
        return sections;
    }

    public void Add(PackFile file, YamlMappingNode top)
    {
        var fields = new Fields(top, file, "");
        _files.Add(fields);
        if (file.Name == main.Name)
        {
            _bySection["pack"] = fields;
        }

        foreach (var section in OwnSections.Where(fields.Names().Contains))
        {
            if (!_bySection.TryAdd(section, fields))
            {
                fields.Fault(section, $"This section stands in {_bySection[section].File.Name} too.", "Keep one of the two.");
            }
        }
    }

    /// <summary>The file that holds a section; the main file, which then lacks it, when none does.</summary>
    public Fields Of(string section) => _bySection.TryGetValue(section, out var fields) ? fields : _bySection["pack"];

    public void Done() => _files.ForEach(f => f.Done());
}
