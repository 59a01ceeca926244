using Spectre.Console;
using Tarazy.Ingest.Sources;

namespace Tarazy.Server.Commands.Scan;

/// <summary>Where a scan speaks: results on one stream, progress and complaints on the other, so that a pipe gets results only.</summary>
internal sealed class ScanOutput(Stream results, IAnsiConsole lines, IAnsiConsole talk)
{
    /// <summary>Columns where there is no terminal to ask: lines in a pipe are not broken.</summary>
    private const int PlainWidth = 10_000;

    public static ScanOutput OfProcess() => new(
        Console.OpenStandardOutput(), To(Console.Out, Console.IsOutputRedirected), To(Console.Error, Console.IsErrorRedirected));

    public static IAnsiConsole To(TextWriter writer, bool plain)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            Interactive = plain ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (plain)
        {
            console.Profile.Width = PlainWidth;
        }

        return console;
    }

    public int Refuse(string says, int code)
    {
        Warn(says);
        return code;
    }

    public void Warn(string says) => talk.WriteLine(PlainText.Line(says, PlainWidth));

    /// <summary>Runs the scan under a bar on a terminal, and silently in a pipe.</summary>
    public async Task<ScanResult> WatchAsync(Func<Action<long>?, IProgress<IngestProgress>?, Task<ScanResult>> scan)
    {
        if (!talk.Profile.Capabilities.Interactive)
        {
            return await scan(null, null);
        }

        return await talk.Progress().AutoClear(enabled: true).StartAsync(async bars =>
        {
            var bar = bars.AddTask("Reading").IsIndeterminate();
            return await scan(posts => bar.Description = $"{posts:N0} posts", new BarProgress(bar));
        });
    }

    public void Write(ScanResult result, bool json)
    {
        if (json)
        {
            ScanJson.Write(result, results);
            results.Write("\n"u8);
            results.Flush();
        }
        else
        {
            new ScanTerminal(lines).Write(result);
        }
    }

    private sealed class BarProgress(ProgressTask bar) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value)
        {
            if (value.BytesTotal is > 0 and var total)
            {
                bar.IsIndeterminate = false;
                bar.MaxValue = total;
                bar.Value = value.BytesRead;
            }
        }
    }
}
