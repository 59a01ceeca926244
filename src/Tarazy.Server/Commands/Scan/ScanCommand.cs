using System.CommandLine;
using Tarazy.Analysis.Engine;
using Tarazy.Ingest.Sources;
using Tarazy.Ingest.Telegram.Export;
using Tarazy.Server.Commands.Faults;
using Tarazy.Server.Commands.Scan.Report;

namespace Tarazy.Server.Commands.Scan;

/// <summary><c>tarazy scan</c>: reads an export once, shows what a desk would look at, keeps and sends nothing.</summary>
internal static class ScanCommand
{
    public const int Done = 0;

    /// <summary>Something was wrong with the input. Findings are what a scan is for, so they are not wrong.</summary>
    public const int InputRefused = CommandEdge.Wrong;

    public const int WrongUsage = CommandEdge.WrongUsage;

    private const int MostByDefault = 20;
    private const int MostAtAll = 10_000;

    public static Command Create()
    {
        var input = new Argument<string>("path")
        {
            Description = "A Telegram Desktop export (result.json), a folder with such files, or the address of a public channel.",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of lines." };
        var html = new Option<FileInfo?>("--html") { Description = "Write a report that needs no other file.", HelpName = "file" };
        var channels = new Option<FileInfo?>("--channels")
        {
            Description = "CSV with id,handle,subscribers: what an export does not say of its channels.",
            HelpName = "file",
        };
        var zone = new Option<string?>("--time-zone")
        {
            Description = "IANA name or offset for days and times, and for old exports without one. The default is UTC.",
            HelpName = "zone",
        };
        var most = new Option<int?>("--most")
        {
            Description = $"Stories, and findings of each rule, that are listed (1 to {MostAtAll}). The default is {MostByDefault}; with --json {MostAtAll}.",
            HelpName = "count",
        };
        var command = new Command("scan", "Look at an export once, without a database. Nothing is kept or sent.")
        {
            input, json, html, channels, zone, most,
        };
        command.SetAction((given, cancel) => RunAsync(
            new ScanArguments(
                given.GetValue(input) ?? "",
                given.GetValue(json),
                given.GetValue(html),
                given.GetValue(channels),
                given.GetValue(zone),
                given.GetValue(most) ?? (given.GetValue(json) ? MostAtAll : MostByDefault)),
            ScanOutput.OfProcess(),
            cancel));
        return command;
    }

    public static async Task<int> RunAsync(ScanArguments arguments, ScanOutput output, CancellationToken cancel)
    {
        var zone = TimeZoneInfo.Utc;
        if (arguments.TimeZone is { } named && !ExportTimeZone.TryParse(named, out zone))
        {
            return output.Refuse($"{named} is not a time zone; write an IANA name such as Asia/Almaty or an offset such as +05:00.", WrongUsage);
        }

        if (arguments.Most is < 1 or > MostAtAll)
        {
            return output.Refuse($"--most takes a number from 1 to {MostAtAll}.", WrongUsage);
        }

        if (arguments.Channels is { Exists: false } missing)
        {
            return output.Refuse(Directory.Exists(missing.FullName) ? $"--channels: {missing.Name} is a folder, and a file is wanted." : $"--channels: {missing.Name} is not there.", WrongUsage);
        }

        var options = new IngestOptions { ChannelList = arguments.Channels?.FullName };
        options.Export.TimeZone = arguments.TimeZone is null ? null : zone;
        var request = new ScanRequest(arguments.Input, options, zone, arguments.Most);
        try
        {
            return await ScanAsync(request, arguments, output, cancel);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return output.Refuse(e.Message, InputRefused);
        }
    }

    private static async Task<int> ScanAsync(ScanRequest request, ScanArguments arguments, ScanOutput output, CancellationToken cancel)
    {
        var data = EngineData.Load(EngineData.Find(AppContext.BaseDirectory));
        foreach (var fault in data.Faults)
        {
            output.Warn($"A rule was left out: {fault}");
        }

        var result = await output.WatchAsync(
            (told, progress) => new ScanPosts(data, TimeProvider.System)
                .RunAsync(request, new PostSources(TimeProvider.System), progress, told, cancel));
        if (arguments.Html is { } page)
        {
            await using var file = new StreamWriter(page.FullName);
            await ReportPage.WriteAsync(result, file);
        }

        output.Write(result, arguments.Json);
        return result.Refused.Any(r => r.Kind == RefusalKind.Fault) || result.Posts == 0 ? InputRefused : Done;
    }
}

/// <summary>The command line as it was written.</summary>
internal sealed record ScanArguments(
    string Input, bool Json = false, FileInfo? Html = null, FileInfo? Channels = null, string? TimeZone = null, int Most = 20);
