using System.CommandLine;
using Tarazy.Analysis.Engine;
using Tarazy.Server.Commands.Faults;
using Tarazy.Server.Commands.Scan.Report;

namespace Tarazy.Server.Commands.Evaluate;

/// <summary><c>tarazy evaluate</c>: what the engine says on texts with known answers, and how often it is right.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var command = new Command("evaluate", "Measure the engine on data with known answers.");
        foreach (var task in EvaluateTasks.All)
        {
            command.Subcommands.Add(One(task));
        }

        command.Subcommands.Add(All());
        return command;
    }

    private static Command One(IEvaluateTask task)
    {
        var files = new Argument<FileInfo[]>("file") { Description = "JSON lines, plain or .gz; one prediction is written for every row", Arity = ArgumentArity.OneOrMore };
        var train = new Option<DirectoryInfo?>("--train") { Description = "Folder (or one file) with the training part: a model is trained on it first" };
        var output = new Option<FileInfo?>("--out") { Description = "Where the predictions go; without it they are printed" };
        var command = new Command(task.Name, task.Description) { files, train, output };
        command.SetAction((parsed, cancel) => Task.FromResult(Predict(task, parsed.GetValue(files)!, parsed.GetValue(train), parsed.GetValue(output), cancel)));
        return command;
    }

    private static Command All()
    {
        var data = new Option<DirectoryInfo>("--data") { Required = true, Description = "Folder with the data sets" };
        var only = new Option<string[]>("--only") { Description = "Only these tasks", AllowMultipleArgumentsPerToken = true };
        var command = new Command("all", "Print the table of all tasks, with what is published and what is demanded.") { data, only };
        command.SetAction((parsed, cancel) => Task.FromResult(
            ScoreTable.Print(parsed.GetValue(data)!, parsed.GetValue(only) ?? [], parsed.InvocationConfiguration.Output, cancel)));
        return command;
    }

    private static int Predict(IEvaluateTask task, FileInfo[] files, DirectoryInfo? train, FileInfo? output, CancellationToken cancel)
    {
        if (files.FirstOrDefault(file => !file.Exists) is { } missing)
        {
            Console.Error.WriteLine(Directory.Exists(missing.FullName)
                ? $"{missing} is a folder; name the files in it. Nothing was written."
                : $"{missing} is not there; nothing was written.");
            return CommandEdge.WrongUsage;
        }

        try
        {
            using var file = PredictionFile.Open(output);
            return Predict(task, new PredictRequest(files, train, EngineData.Find(AppContext.BaseDirectory), new PredictionWriter(file.To, Console.IsErrorRedirected ? null : Console.Error), Console.Error), file, cancel);
        }
        catch (EvaluateRefusedException fault)
        {
            Console.Error.WriteLine(fault.Message);
            return CommandEdge.WrongUsage;
        }
    }

    private static int Predict(IEvaluateTask task, PredictRequest request, PredictionFile file, CancellationToken cancel)
    {
        try
        {
            task.Predict(request, cancel);
        }
        catch (Exception fault) when (fault is EvaluateRefusedException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{fault.Message} {file.Abandon(request.To.Rows)}".TrimEnd());
            return fault is EvaluateRefusedException { WrongUsage: true } ? CommandEdge.WrongUsage : CommandEdge.Wrong;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            Console.Error.WriteLine($"Stopped before the end. {file.Abandon(request.To.Rows)}".TrimEnd());
            return CommandEdge.Stopped;
        }

        Console.Error.WriteLine($"{Say.Plain(request.To.Rows, "prediction", "predictions")}{file.Finish()}.");
        return 0;
    }
}
