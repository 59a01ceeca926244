namespace Tarazy.Server.Commands.Evaluate;

/// <summary>
/// One thing the engine does that can be measured on data with answers. One class a task, in <c>Tasks/</c>; the command finds
/// them in <see cref="EvaluateTasks"/>.
/// </summary>
internal interface IEvaluateTask
{
    /// <summary>As it is typed: <c>language</c>, <c>same-story</c>.</summary>
    string Name { get; }

    /// <summary>One sentence for the help: the fields it reads and the fields it writes.</summary>
    string Description { get; }

    /// <summary>The folder below the data whose training part the task is trained with; null when nothing is trained first.</summary>
    string? TrainingSet { get; }

    /// <summary>Writes one prediction a row of the files. Fields with the answers are never read here.</summary>
    /// <exception cref="EvaluateRefusedException">The input cannot be used; the sentence says where and why.</exception>
    void Predict(PredictRequest request, CancellationToken cancel);

    /// <summary>
    /// Measures itself on the development parts below <paramref name="data"/>, by cross-validation where something is trained:
    /// the rows of <c>evaluate all</c>. A set that is not there gives no rows.
    /// </summary>
    IEnumerable<ScoreLine> Measure(string data, CancellationToken cancel);
}

/// <param name="Files">JSON lines, plain or gzip.</param>
/// <param name="Train">A folder with the training part, as <c>--train</c> names it.</param>
/// <param name="Models">The folder with the shipped <c>models/</c> and <c>lexicons/</c>.</param>
internal sealed record PredictRequest(IReadOnlyList<FileInfo> Files, DirectoryInfo? Train, string Models, PredictionWriter To, TextWriter Log)
{
    /// <summary>The training part, for a task that ships no weights.</summary>
    /// <exception cref="EvaluateRefusedException">None was named.</exception>
    public DirectoryInfo Training(string task) => Train
        ?? throw new EvaluateRefusedException($"{task} ships no weights; --train names the folder to learn from.") { WrongUsage = true };

    /// <summary>Says that a model is being learnt, because that may take minutes in silence.</summary>
    public void Learning(int rows) => Log.WriteLine($"Learning from {rows} rows of {Train?.Name}; this can take some minutes.");
}

/// <summary>One line of the table that <c>tarazy evaluate all</c> prints.</summary>
/// <param name="Measure">What is measured, on which texts and how: <c>macro-F1, 10 techniques, 5-fold</c>.</param>
/// <param name="Published">What the best published systems reach, or nothing.</param>
/// <param name="Demand">What is demanded here; the line is short of it below.</param>
/// <param name="AtMost">The demand is an upper bound: error rates.</param>
internal sealed record ScoreLine(string Task, string Measure, string Published, double? Demand, double Ours, bool AtMost = false)
{
    public bool Met => Demand is not { } demand || (AtMost ? Ours <= demand : Ours >= demand);
}

/// <summary>Input that an evaluation cannot use. The message is one sentence with file and line.</summary>
internal sealed class EvaluateRefusedException(string message) : Exception(message)
{
    /// <summary>The command line lacks something; nothing was read.</summary>
    public bool WrongUsage { get; init; }
}
