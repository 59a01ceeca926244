using System.CommandLine;
using System.Globalization;
using Tarazy.Analysis.Rules;

namespace Tarazy.Server.Commands.Rules;

/// <summary><c>tarazy rules test</c>: every example of every rule.</summary>
internal static class TestCommand
{
    public static Command Create()
    {
        var folder = new Argument<string?>("folder")
        {
            Description = "Folder of rules and lists. The default is the one that the desk uses.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var json = RulesCommand.JsonOption();
        var command = new Command("test", "Read every rule and let it look at its own examples. Answers 1 when a rule would be left out.") { folder, json };
        command.SetAction(parsed => Run(RulesCommand.Folder(parsed.GetValue(folder)), parsed.GetValue(json), new RulesOutput()));
        return command;
    }

    private static int Run(string folder, bool json, RulesOutput output)
    {
        var load = RuleBook.Load(folder);
        RuleTally[] tallies =
        [
            .. load.Book.Rules.Concat(load.Failing).OrderBy(rule => rule.File, StringComparer.Ordinal).Select(RuleTally.Of),
        ];
        if (json)
        {
            RulesOutput.Json(to => WriteJson(to, tallies, load.Faults));
        }
        else
        {
            Write(output, tallies, load.Faults);
        }

        if (tallies.Length + load.Faults.Count == 0)
        {
            return output.Refuse($"There is no rule in {folder}. A rule is a file <harm>/<rule>.yaml in it.", RulesCommand.Wrong);
        }

        return load.Faults.Count == 0 ? RulesCommand.Done : RulesCommand.Wrong;
    }

    private static void Write(RulesOutput output, RuleTally[] tallies, IReadOnlyList<RuleFault> faults)
    {
        if (tallies.Length > 0)
        {
            Write(output, tallies);
        }

        if (faults.Count > 0)
        {
            output.Title(faults.Count == 1 ? "1 fault; what it stands in is left out:" : $"{Say(faults.Count)} faults; what they stand in is left out:");
            foreach (var fault in faults)
            {
                output.Line(fault.ToString());
            }
        }
    }

    private static void Write(RulesOutput output, RuleTally[] tallies)
    {
        output.Table(
            ["rule", "state", "file", "terms", "must match", "must not", "failed"],
            tallies.Select(t => (string[])[t.Rule.Name, t.State, t.Rule.File, Say(t.Rule.TermCount), Say(t.Match), Say(t.NoMatch), Say(t.Failed)]),
            3, 4, 5, 6);
        output.Line($"{Say(tallies.Sum(t => t.Match + t.NoMatch))} examples of {Say(tallies.Length)} rules, {Say(tallies.Sum(t => t.Failed))} failed.");
    }

    private static void WriteJson(System.Text.Json.Utf8JsonWriter json, RuleTally[] tallies, IReadOnlyList<RuleFault> faults)
    {
        json.WriteStartArray("rules");
        foreach (var tally in tallies)
        {
            json.WriteStartObject();
            json.WriteString("rule", tally.Rule.Name);
            json.WriteString("version", tally.Rule.Version);
            json.WriteString("state", tally.State);
            json.WriteString("file", tally.Rule.File);
            json.WriteNumber("terms", tally.Rule.TermCount);
            json.WriteNumber("match", tally.Match);
            json.WriteNumber("noMatch", tally.NoMatch);
            json.WriteNumber("failed", tally.Failed);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("faults");
        foreach (var fault in faults)
        {
            RulesOutput.JsonFault(json, fault.File, (fault.Line, fault.Column), null, fault.Says, fault.Mend);
        }

        json.WriteEndArray();
    }

    private static string Say(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>The examples of one rule, counted.</summary>
    private sealed record RuleTally(WatchRule Rule, int Match, int NoMatch, int Failed)
    {
        public string State => Rule.State.ToString().ToLowerInvariant();

        public static RuleTally Of(WatchRule rule) => new(
            rule, rule.Examples.Count(e => e.Matches), rule.Examples.Count(e => !e.Matches), RuleBook.Check(rule).Count(result => !result.Passed));
    }
}
