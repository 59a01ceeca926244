using Tarazy.Analysis.Labels;
using Tarazy.Analysis.Language;
using Tarazy.Analysis.Rules;

namespace Tarazy.Analysis.Engine;

/// <summary>What the engine knows: the models and the rules. Loaded once, shared by all threads.</summary>
/// <param name="Folder">Where it was loaded from.</param>
/// <param name="Faults">Rules that were left out, and why.</param>
public sealed record EngineData(LanguageModel Languages, RuleBook Rules, IReadOnlyList<RuleFault> Faults, string Folder)
{
    /// <summary>Folder of all models below the folder.</summary>
    public const string ModelFolder = "models";

    /// <summary>Path of the language model below the folder.</summary>
    public const string LanguageFile = "models/language/language.model";

    /// <summary>Folder of the rules below the folder.</summary>
    public const string RuleFolder = "lexicons";

    /// <summary>Models that say what a post is like. Their findings stay in shadow.</summary>
    public IReadOnlyList<LabelModel> Labels { get; init; } = [];

    /// <param name="folder">As <see cref="Find"/> gives it.</param>
    /// <exception cref="InvalidDataException">A part is missing or broken: an engine that cannot look must not say that there is nothing.</exception>
    public static EngineData Load(string folder)
    {
        var model = Path.Combine(folder, LanguageFile);
        var rules = Path.Combine(folder, RuleFolder);
        if (!File.Exists(model) || !Directory.Exists(rules))
        {
            throw new InvalidDataException($"{folder} does not hold {LanguageFile} and {RuleFolder}; without them nothing can be looked for.");
        }

        using var stream = File.OpenRead(model);
        var languages = LanguageModel.Load(stream);
        var load = RuleBook.Load(rules);
        return new EngineData(languages, load.Book, load.Faults, folder) { Labels = LabelModels.Load(Path.Combine(folder, ModelFolder)) };
    }

    /// <summary>The folder beside the program, or else the nearest one above it: a checkout that the program was built in.</summary>
    /// <param name="from">The program's own folder.</param>
    /// <exception cref="InvalidDataException">No folder holds what the engine needs.</exception>
    public static string Find(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, LanguageFile)) && Directory.Exists(Path.Combine(folder.FullName, RuleFolder)))
            {
                return folder.FullName;
            }
        }

        throw new InvalidDataException($"Neither {from} nor a folder above it holds {LanguageFile} and {RuleFolder}.");
    }
}
