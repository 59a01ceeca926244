using System.CommandLine;
using System.Globalization;
using Tarazy.Policy.Law;
using Tarazy.Policy.Loading;
using Tarazy.Server.Commands.Faults;
using Tarazy.Server.Hosting;

namespace Tarazy.Server.Commands.Policies;

/// <summary><c>tarazy policy</c>: what the writer and the reviewer of a pack need before a desk rests on it.</summary>
internal static class PolicyCommand
{
    public const int Done = 0;

    /// <summary>A fault, or a change that must not be made.</summary>
    public const int Wrong = CommandEdge.Wrong;

    public const int WrongUsage = CommandEdge.WrongUsage;

    public static Command Create() => new("policy", "Read the law as the desk reads it: check packs, compare them, explain them.")
    {
        CheckCommand.Create(),
        DiffCommand.Create(),
        ExplainCommand.Create(),
        SchemaCommand.Create(),
    };

    public static string Ours => Path.Combine(DataFiles.Folder, "policies");

    /// <summary>A folder of packs, or the folder of one.</summary>
    public static PacksLoad Load(string folder) =>
        File.Exists(Path.Combine(folder, "pack.yaml")) ? Packs.LoadOne(folder) : Packs.Load(folder);

    public static Option<bool> JsonOption() => new("--json") { Description = "Print one JSON object instead of lines." };

    public static Option<string?> DateOption() => new("--date") { Description = "The day, yyyy-MM-dd; today without it.", HelpName = "DAY" };

    /// <summary>Null when the text is no day.</summary>
    public static DateOnly? Day(string? text) => text is null ? DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : null;

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
