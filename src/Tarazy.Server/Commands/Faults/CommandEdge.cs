using System.CommandLine;
using Tarazy.Server.Commands.Scan;

namespace Tarazy.Server.Commands.Faults;

/// <summary>Where the faults of every command end: a person reads a sentence, what helps to mend a fault of the program goes to a file.</summary>
internal static class CommandEdge
{
    /// <summary>The input was refused, or the machine did not let the command go on.</summary>
    public const int Wrong = 1;

    public const int WrongUsage = 2;

    /// <summary>Stopped by Ctrl+C, as shells count it.</summary>
    public const int Stopped = 130;

    private const int Terminated = 143;
    private const int LongestSentence = 2_000;

    /// <summary>A batch that is being stored is finished first; after this long it is left, which a database survives as it survives a power cut.</summary>
    private static readonly TimeSpan ToFinish = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(ParseResult parsed)
    {
        if (parsed.Errors.Count > 0)
        {
            // The help is long, so what is wrong stands behind it; and nothing of either goes where results are awaited.
            await using var said = new StringWriter();
            await parsed.InvokeAsync(new InvocationConfiguration { Output = Console.Error, Error = said });
            await Console.Error.WriteAsync(UsageWords.Of(said.ToString()));
            return WrongUsage;
        }

        var way = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = ToFinish };
        return await TellAsync(() => parsed.InvokeAsync(way), Console.Error);
    }

    /// <summary>Runs it, and says on <paramref name="to"/> why it did not reach its end.</summary>
    /// <returns>Its exit code, or the one of what went wrong.</returns>
    public static async Task<int> TellAsync(Func<Task<int>> run, TextWriter to)
    {
        try
        {
            var code = await run();
            return code == Terminated ? Stopped : code;
        }
        catch (OperationCanceledException)
        {
            await to.WriteLineAsync("Stopped before the end.");
            return Stopped;
        }
#pragma warning disable CA1031 // This is the edge of the process: behind it there is only the person who typed the command.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            await to.WriteLineAsync(PlainText.Line(FaultWords.Of(fault) ?? Own(fault), LongestSentence));
            return Wrong;
        }
    }

    /// <summary>A fault that nobody foresaw. Its details may name files of the desk, so that only their owner may read them.</summary>
    private static string Own(Exception fault)
    {
        var says = $"Tarazy itself has a fault here ({fault.GetType().Name}: {fault.Message}).";
        try
        {
            var file = Path.GetTempFileName();
            File.WriteAllText(file, fault.ToString());
            return $"{says} Please report it, with what stands in {file}. What was finished before is kept.";
        }
        catch (Exception unwritten) when (unwritten is IOException or UnauthorizedAccessException)
        {
            return $"{says} Please report it. What was finished before is kept.";
        }
    }
}
