namespace Tarazy.Server.Commands.Evaluate;

/// <summary>Every task, in the order of the table.</summary>
internal static class EvaluateTasks
{
    public static IReadOnlyList<IEvaluateTask> All { get; } = [new Tasks.ClaimsTask()];

    public static IEvaluateTask? Find(string name) => All.FirstOrDefault(task => task.Name == name);
}
