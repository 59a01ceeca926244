using System.CommandLine;
using Tarazy.Policy.Law;
using Tarazy.Policy.Loading;
using Tarazy.Policy.Rungs;
using Tarazy.Server.Commands.Rules;

namespace Tarazy.Server.Commands.Policies;

/// <summary><c>tarazy policy check</c>: reads every pack, puts its tests to the ladder, and reads the age rules and state measures beside it.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var folder = new Argument<string?>("folder") { Description = "Folder of packs, or of one. The default is the one that the desk uses.", Arity = ArgumentArity.ZeroOrOne };
        var json = PolicyCommand.JsonOption();
        var command = new Command("check", "Check packs, their tests, age rules and state measures. Answers 1 when something is wrong.") { folder, json };
        command.SetAction(parsed => Run(parsed.GetValue(folder) ?? PolicyCommand.Ours, parsed.GetValue(json)));
        return command;
    }

    private static int Run(string folder, bool json)
    {
        var found = PolicyCheck.Of(folder);
        if (json)
        {
            CheckJson.Write(found);
        }
        else
        {
            Tell(found, new RulesOutput());
        }

        return found.Faults.Count > 0 ? PolicyCommand.Wrong : PolicyCommand.Done;
    }

    private static void Tell(PolicyCheck found, RulesOutput output)
    {
        foreach (var fault in found.Faults)
        {
            output.Line(fault.ToString());
        }

        foreach (var remark in found.Remarks)
        {
            output.Line($"remark: {remark}");
        }

        if (found.Packs.All.Count > 0)
        {
            output.Table(
                ["pack", "version", "clauses", "tests", "known", "not known"],
                found.Packs.All.Select(p => (string[])[p.Jurisdiction, p.Version, Number(p.Clauses.Count), Number(p.Tests.Count), Number(p.Known.Count), Number(p.Gaps.Count)]),
                2, 3, 4, 5);
        }

        output.Line(FormattableString.Invariant(
            $"{found.Packs.All.Count} sound packs, {found.Packs.All.Sum(p => p.Tests.Count)} tests held, {found.AgeRules} age rules, {found.Measures} state measures, {found.Faults.Count} faults, {found.Remarks.Count} remarks."));
    }

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Everything that was found in a folder of policies.</summary>
/// <param name="Remarks">What is no fault and should not stay so.</param>
internal sealed record PolicyCheck(Packs Packs, IReadOnlyList<PackFault> Faults, IReadOnlyList<string> Remarks, int AgeRules, int Measures)
{
    public static PolicyCheck Of(string folder)
    {
        var load = PolicyCommand.Load(folder);
        var records = Directory.Exists(Path.Combine(folder, "ages")) ? LawRecords.Load(folder) : null;
        return new(
            load.Packs,
            [.. load.Faults, .. records?.Faults ?? [], .. Nothing(folder, load, records)],
            [.. load.Packs.All.SelectMany(pack => Remark(pack, records))],
            records?.Ages.All.Count ?? 0,
            records?.Measures.All.Count ?? 0);
    }

    /// <summary>A folder without law holds nothing that could be sound: it is another one than was meant.</summary>
    private static IEnumerable<PackFault> Nothing(string folder, PacksLoad load, LawRecords? records) =>
        load.Packs.All.Count + load.Faults.Count > 0 || records is not null ? []
        : [new PackFault(folder, 0, 0, "", "There is no pack in this folder.", "A pack is a folder with pack.yaml in it.")];

    private static IEnumerable<string> Remark(Pack pack, LawRecords? records)
    {
        foreach (var clause in HoldTests.Unheld(pack))
        {
            yield return $"{pack.Jurisdiction}: the clause {clause.Ref.Clause} is held by no test: add one to tests that names it.";
        }

        foreach (var fact in pack.Known.Where(k => records is not null && k.Record is not null && records.Ages.Find(k.Record) is null && records.Measures.Find(k.Record) is null))
        {
            yield return $"{pack.Jurisdiction}: the fact {fact.Id} names the record {fact.Record}, which is neither an age rule nor a state measure.";
        }
    }
}
