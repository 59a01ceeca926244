using System.CommandLine;
using System.Text.Json;
using Spectre.Console;
using Tarazy.Ingest.Posts;
using Tarazy.Ingest.Sources;
using Tarazy.Ingest.Telegram.Export;
using Tarazy.Records.Canonical;
using Tarazy.Server.Commands.Faults;
using Tarazy.Server.Commands.Scan;
using Tarazy.Server.Commands.Scan.Report;
using Tarazy.Server.Hosting;

namespace Tarazy.Server.Commands;

/// <summary><c>tarazy import</c>: posts into the desk's store. Importing the same twice changes nothing.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var desk = new DeskOptions();
        var from = new Argument<string>("source")
        {
            Description = "A Telegram Desktop export (result.json), a folder of exports or saved pages, a saved page, or https://t.me/s/NAME.",
        };
        var channels = new Option<string?>("--channels")
        {
            Description = "CSV with id,handle,subscribers: what an export does not say of its channels.",
            HelpName = "FILE",
        };
        var zone = new Option<string?>("--time-zone")
        {
            Description = "Zone of an old export without Unix times: Asia/Almaty or +05:00.",
            HelpName = "ZONE",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new Command("import", "Read public posts into the desk.") { from, channels, zone, json };
        desk.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var options = new IngestOptions { ChannelList = parsed.GetValue(channels) };
            if (parsed.GetValue(zone) is { } named)
            {
                if (!ExportTimeZone.TryParse(named, out var known))
                {
                    await Console.Error.WriteLineAsync($"--time-zone: {named} is no zone; it looks like Asia/Almaty or +05:00.");
                    return CommandEdge.WrongUsage;
                }

                options.Export.TimeZone = known;
            }

            await using var services = desk.Services(parsed).BuildServiceProvider();
            await Migrations.ApplyAsync(services, cancel);
            try
            {
                var summary = await RunAsync(services.GetRequiredService<ImportPostsHandler>(), new ImportPosts(parsed.GetValue(from)!, options), cancel);
                Tell(summary, parsed.GetValue(json));
                return IsWhole(summary) ? 0 : CommandEdge.Wrong;
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                var kept = await services.GetRequiredService<PostArchive>().CountAsync(CancellationToken.None);
                await Console.Error.WriteLineAsync(Stopped(kept.Posts));
                return CommandEdge.Stopped;
            }
        });
        return command;
    }

    internal static string Stopped(long posts) => FormattableString.Invariant(
        $"Stopped before the end. The desk holds {posts} posts, those that were stored until now among them. Importing the same again brings the rest.");

    /// <summary>Something was read, and nothing was wrong with the input: private chats and service messages are left out by design.</summary>
    internal static bool IsWhole(ImportSummary summary) =>
        summary.Read > 0 && !summary.Refused.Keys.Any(code => RefusalKinds.Of(code) == RefusalKind.Fault);

    private static async Task<ImportSummary> RunAsync(ImportPostsHandler handler, ImportPosts command, CancellationToken cancel)
    {
        var terminal = ScanOutput.To(Console.Error, Console.IsErrorRedirected);
        if (!terminal.Profile.Capabilities.Interactive)
        {
            return await handler.HandleAsync(command, progress: null, cancel);
        }

        ImportSummary? summary = null;
        await terminal.Progress().HideCompleted(true).StartAsync(async bars =>
        {
            var bar = bars.AddTask("Reading");
            var progress = new Progress<IngestProgress>(at =>
            {
                bar.Description = Markup.Escape($"{Path.GetFileName(at.Source)}: {at.Posts} posts");
                bar.MaxValue = at.BytesTotal ?? double.MaxValue;
                bar.Value = at.BytesRead;
            });
            summary = await handler.HandleAsync(command, progress, cancel);
        });
        return summary!;
    }

    private static void Tell(ImportSummary summary, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(summary, DeskJson.Options));
            return;
        }

        Console.WriteLine($"Read {Say.Plain(summary.Read, "post", "posts")} of {Say.Plain(summary.Channels.Count, "channel", "channels")}: {summary.New} new, {summary.Edited} edited, {summary.Known} known already.");
        foreach (var sentence in summary.Sentences)
        {
            Console.WriteLine(sentence);
        }
    }
}
