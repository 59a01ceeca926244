using Tarazy.Server.Commands.Evaluate.Tasks;
using Tarazy.Server.Commands.Evaluate.Tasks.Labels;

namespace Tarazy.Server.Commands.Evaluate;

/// <summary>Every task, in the order of the table.</summary>
internal static class EvaluateTasks
{
    public static IReadOnlyList<IEvaluateTask> All { get; } =
    [
        new LanguageTask(),
        new ObfuscationTask(),
        new NearDuplicatesTask(),
        new SameStoryTask(),
        new LabelSetTask(LabelSetups.Topics),
        new LabelSetTask(LabelSetups.Techniques),
        new SpansTask(),
        new SentimentTask(),
        new ThreatsTask(),
        new ScamTask(),
        new RobustnessTask(),
        new ClaimsTask(),
    ];

    public static IEvaluateTask? Find(string name) => All.FirstOrDefault(task => task.Name == name);
}
