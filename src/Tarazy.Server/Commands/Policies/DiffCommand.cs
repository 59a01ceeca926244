using System.CommandLine;
using Tarazy.Policy.Compare;
using Tarazy.Policy.Loading;
using Tarazy.Server.Commands.Rules;
using Tarazy.Server.Web;

namespace Tarazy.Server.Commands.Policies;

/// <summary><c>tarazy policy diff</c>: what changed between two states of a pack, and whether a line was changed that had been in force.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var old = new Argument<string>("old") { Description = "Folder of packs, or of one, as it was." };
        var now = new Argument<string>("new") { Description = "The same as it is to be." };
        var date = PolicyCommand.DateOption();
        var json = PolicyCommand.JsonOption();
        var command = new Command("diff", "Compare packs. Answers 1 when a line that was in force was changed or taken out.") { old, now, date, json };
        command.SetAction(parsed => Run((parsed.GetValue(old)!, parsed.GetValue(now)!), PolicyCommand.Day(parsed.GetValue(date)), parsed.GetValue(json)));
        return command;
    }

    private static int Run((string Old, string New) folders, DateOnly? today, bool json)
    {
        var output = new RulesOutput();
        if (today is not { } day)
        {
            return output.Refuse("--date: write a day such as 2026-11-23.", PolicyCommand.WrongUsage);
        }

        var (before, after) = (PolicyCommand.Load(folders.Old), PolicyCommand.Load(folders.New));
        List<PackFault> faults = [.. before.Faults, .. after.Faults];
        if (faults.Count > 0)
        {
            // A pack with a fault is not there at all, and would be told as taken out.
            faults.ForEach(fault => output.Refuse(fault.ToString(), 0));
            return output.Refuse("A folder has faults, so nothing was compared. Mend them first.", PolicyCommand.Wrong);
        }

        var changes = ComparePacks.Of(before.Packs, after.Packs, day);
        if (json)
        {
            Write(changes);
        }
        else
        {
            Tell(changes, output);
        }

        return changes.Any(c => c.Forbidden) ? PolicyCommand.Wrong : PolicyCommand.Done;
    }

    private static void Tell(IReadOnlyList<PackChange> changes, RulesOutput output)
    {
        foreach (var change in changes)
        {
            output.Line($"{(change.Forbidden ? "! " : "  ")}{change.Pack}{(change.Line.Length > 0 ? $", {change.Line}" : "")}: {FormNames.Of(change.Kind)}. {change.Says}");
        }

        var forbidden = changes.Count(c => c.Forbidden);
        output.Line(FormattableString.Invariant($"{changes.Count} changes, {forbidden} of them forbidden."));
    }

    private static void Write(IReadOnlyList<PackChange> changes) => RulesOutput.Json(json =>
    {
        json.WriteStartArray("changes");
        foreach (var change in changes)
        {
            json.WriteStartObject();
            json.WriteString("pack", change.Pack);
            json.WriteString("line", change.Line);
            json.WriteString("kind", FormNames.Of(change.Kind));
            json.WriteString("says", change.Says);
            json.WriteBoolean("forbidden", change.Forbidden);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
