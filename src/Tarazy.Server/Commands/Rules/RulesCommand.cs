using System.CommandLine;
using Tarazy.Server.Commands.Faults;
using Tarazy.Server.Hosting;

namespace Tarazy.Server.Commands.Rules;

/// <summary><c>tarazy rules</c>: what the writer of a watch rule needs before it goes live.</summary>
internal static class RulesCommand
{
    public const int Done = 0;

    /// <summary>Something is wrong with a rule, or the rule asked for is not there.</summary>
    public const int Wrong = CommandEdge.Wrong;

    public const int WrongUsage = CommandEdge.WrongUsage;

    public static Command Create() => new("rules", "Try watch rules: their examples, why one finds a text or not, and what one would have found in stored posts.")
    {
        TestCommand.Create(),
        ExplainCommand.Create(),
        ReplayCommand.Create(),
        ArchiveCommand.Create(),
    };

    /// <summary>The folder with the rules that the desk would use.</summary>
    public static string Folder(string? asked) => asked ?? Path.Combine(DataFiles.Folder, Analysis.Engine.EngineData.RuleFolder);

    public static Option<string?> LexiconsOption() => new("--lexicons")
    {
        Description = "Folder of the rules and lists. The default is the one that the desk uses.",
        HelpName = "FOLDER",
    };

    public static Option<bool> JsonOption() => new("--json") { Description = "Print one JSON object instead of lines." };
}
