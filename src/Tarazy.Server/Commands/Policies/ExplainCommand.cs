using System.CommandLine;
using Tarazy.Policy.Law;
using Tarazy.Policy.Rungs;
using Tarazy.Server.Commands.Rules;
using Tarazy.Server.Web;

namespace Tarazy.Server.Commands.Policies;

/// <summary><c>tarazy policy explain</c>: what a pack says on a day, how far the ladder goes for each harm, and which tests hold each clause.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var pack = new Argument<string>("pack") { Description = "A pack, e.g. kz." };
        var clause = new Argument<string?>("clause") { Description = "One clause of it, e.g. crim-170.", Arity = ArgumentArity.ZeroOrOne };
        var folder = new Option<string?>("--policies") { Description = "Folder of packs. The default is the one that the desk uses.", HelpName = "FOLDER" };
        var date = PolicyCommand.DateOption();
        var command = new Command("explain", "Say what a pack allows on a day, clause by clause.") { pack, clause, folder, date };
        command.SetAction(parsed => Run(
            parsed.GetValue(folder) ?? PolicyCommand.Ours, parsed.GetValue(pack)!, parsed.GetValue(clause), PolicyCommand.Day(parsed.GetValue(date))));
        return command;
    }

    private static int Run(string folder, string name, string? clause, DateOnly? date)
    {
        var output = new RulesOutput();
        if (date is not { } on)
        {
            return output.Refuse("--date: write a day such as 2026-11-23.", PolicyCommand.WrongUsage);
        }

        var load = Packs.Load(folder);
        if (load.Packs.Find(name) is not { } pack)
        {
            foreach (var fault in load.Faults.Where(f => load.Packs.All.Count == 0 || f.File.StartsWith(name + "/", StringComparison.Ordinal)))
            {
                output.Refuse(fault.ToString(), 0);
            }

            return output.Refuse($"There is no sound pack \"{name}\"; there are: {Said(load.Packs.All.Select(p => p.Jurisdiction))}.", PolicyCommand.Wrong);
        }

        var clauses = pack.Clauses.Where(c => clause is null || c.Ref.Clause == clause).ToList();
        if (clauses.Count == 0 && clause is not null)
        {
            return output.Refuse($"The pack {name} has no clause \"{clause}\"; it has: {string.Join(", ", pack.Clauses.Select(c => c.Ref.Clause))}.", PolicyCommand.Wrong);
        }

        if (clause is null)
        {
            Head(pack, load.Packs, on, output);
        }

        clauses.ForEach(one => Clause(one, pack, on, output));
        if (clause is null)
        {
            Rest(pack, output);
        }

        return PolicyCommand.Done;
    }

    private static void Head(Pack pack, Packs law, DateOnly on, RulesOutput output)
    {
        output.Title($"{pack.Title.En}, pack {pack.Jurisdiction}, version {pack.Version}, on {PolicyCommand.Iso(on)}");
        if (pack.PartOf is { } above)
        {
            output.Line($"The clauses of the pack {above} hold here too.");
        }

        output.Table(["harm", "the ladder reaches", "under"], Reach.Of(pack, law, on).Select(reach => (string[])
            [reach.Harm.Value, FormNames.Of(reach.Top), string.Join(", ", reach.Clauses)]));
    }

    private static void Clause(Clause clause, Pack pack, DateOnly on, RulesOutput output)
    {
        output.Title($"{clause.Ref.Clause}: {clause.Title.En}");
        output.Line($"  {clause.Text}");
        output.Line($"  {ClauseWords.Of(clause.InForce, on)}");
        output.Line($"  harms: {Said(clause.Harms.Select(h => h.Value))}");
        output.Line($"  allows: {Said(clause.Measures.Select(FormNames.Of))}");
        output.Line($"  confidence {FormNames.Of(clause.Provenance.Confidence)}, {FormNames.Of(clause.Provenance.Verified)}; {clause.Provenance.Source}");
        if (clause.Provenance.Note is { } note)
        {
            output.Line($"  {note}");
        }

        foreach (var test in pack.TestsOf(clause.Ref))
        {
            output.Line($"  test {test.Id}: {test.Says} ({PolicyCommand.Iso(test.On)}, {test.Asked}): {(test.Carried ? "carried" : $"refused because {string.Join(", ", test.Because)}")}");
        }
    }

    private static void Rest(Pack pack, RulesOutput output)
    {
        if (pack.Known.Count > 0)
        {
            output.Title("Known beside the clauses");
            pack.Known.ToList().ForEach(fact => output.Line($"  {fact.Text}"));
        }

        if (pack.Gaps.Count > 0)
        {
            output.Title("Not known");
            pack.Gaps.ToList().ForEach(gap => output.Line($"  {gap.Text}"));
        }
    }

    private static string Said(IEnumerable<string> words) => string.Join(", ", words) is { Length: > 0 } said ? said : "none";
}

/// <summary>How a clause stands on a day, in English.</summary>
internal static class ClauseWords
{
    public static string Of(InForce days, DateOnly on)
    {
        var since = days.From is { } from ? $"since {PolicyCommand.Iso(from)}" : $"first day unknown, seen on {PolicyCommand.Iso(days.Seen ?? on)}";
        var until = days.To is { } to ? $", last day {PolicyCommand.Iso(to)}" : "";
        return $"{(days.On(on) ? (days.From is null ? "taken to be in force" : "in force") : on > days.To ? "ended" : "not known to be in force")} on {PolicyCommand.Iso(on)} ({since}{until})";
    }
}
