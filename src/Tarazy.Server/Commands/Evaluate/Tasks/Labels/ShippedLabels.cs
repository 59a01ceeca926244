using Tarazy.Analysis.Labels;

namespace Tarazy.Server.Commands.Evaluate.Tasks.Labels;

/// <summary>The label models that stand in the repository.</summary>
internal static class ShippedLabels
{
    /// <param name="models">The folder that holds <c>models/</c>.</param>
    /// <exception cref="EvaluateRefusedException">The file is missing.</exception>
    public static LabelModel Load(string models, string name)
    {
        var path = PathOf(models, name);
        if (!File.Exists(path))
        {
            throw new EvaluateRefusedException($"{path} is not there, and no --train was given; nothing was written.");
        }

        using var file = File.OpenRead(path);
        return LabelModel.Load(file);
    }

    public static string PathOf(string models, string name) => Path.Combine(models, "models", name, $"{name}.model");
}
