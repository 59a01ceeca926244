using System.CommandLine;
using System.Globalization;
using Tarazy.Analysis.Engine;
using Tarazy.Detect.Archive;
using Tarazy.Server.Hosting;

namespace Tarazy.Server.Commands.Rules;

/// <summary><c>tarazy rules replay</c>: what a rule would have found, had it been live from the first stored post.</summary>
internal static class ReplayCommand
{
    private const int MostShown = 10_000;

    public static Command Create()
    {
        var desk = new DeskOptions();
        var rule = new Argument<string>("rule") { Description = "Name of a rule, a draft too, or an expression such as \"вербов* NEAR/8 $money\"." };
        var from = new Option<string?>("--from") { Description = "An export, a folder of exports or a .jsonl file to look at instead of the desk's posts.", HelpName = "PATH" };
        var since = new Option<string?>("--since") { Description = "First day or time, e.g. 2026-11-01 (UTC).", HelpName = "TIME" };
        var until = new Option<string?>("--until") { Description = "Last day or time; a day counts whole.", HelpName = "TIME" };
        var limit = new Option<int>("--limit") { Description = $"Posts that are shown (0 to {MostShown}). The default is 20.", DefaultValueFactory = _ => 20, HelpName = "COUNT" };
        var lexicons = RulesCommand.LexiconsOption();
        var json = RulesCommand.JsonOption();
        var command = new Command("replay", "Look at every stored post with one rule. Nothing is kept and no case is opened. Answers 1 when --from could not be read to its end.") { rule, from, since, until, limit, lexicons, json };
        desk.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var output = new RulesOutput();
            if (Range(parsed.GetValue(since), parsed.GetValue(until)) is not { } range || parsed.GetValue(limit) is < 0 or > MostShown)
            {
                return output.Refuse($"--since and --until take a day or a time such as 2026-11-01 or 2026-11-01T18:00Z; --limit a number from 0 to {MostShown}.", RulesCommand.WrongUsage);
            }

            if (AskedRule.Find(parsed.GetValue(rule)!, RulesCommand.Folder(parsed.GetValue(lexicons)), says => output.Refuse(says, 0)) is not { } asked)
            {
                return RulesCommand.WrongUsage;
            }

            var readable = true;
            var started = TimeProvider.System.GetTimestamp();
            var tally = new ReplayTally(parsed.GetValue(limit));
            var scanned = parsed.GetValue(from) is { } path
                ? await OfFileAsync(path, asked, range, tally, output, Warn, cancel)
                : await OfDeskAsync(desk, parsed, asked, range, tally, output, cancel);
            var result = new ReplayResult(asked.Says, scanned, tally, TimeProvider.System.GetElapsedTime(started));
            if (parsed.GetValue(json))
            {
                result.WriteJson();
            }
            else
            {
                result.Write(output);
            }

            return readable ? RulesCommand.Done : RulesCommand.Wrong;

            void Warn(string says, bool fault)
            {
                output.Refuse(says, 0);
                readable &= !fault;
            }
        });
        return command;
    }

    private static async Task<long> OfDeskAsync(
        DeskOptions desk, ParseResult parsed, AskedRule asked, ReplayRange range, ReplayTally tally, RulesOutput output, CancellationToken cancel)
    {
        await using var services = desk.Services(parsed).BuildServiceProvider();
        await Migrations.ApplyAsync(services, cancel);
        var replay = services.GetRequiredService<ReplayRule>();
        return await ReplayBar.RunAsync(output, async progress =>
        {
            var last = default(ReplayProgress);
            var heard = new HeardProgress(at =>
            {
                last = at;
                progress?.Report(at);
            });
            await foreach (var hit in replay.RunAsync(asked.Book, range, heard, cancel))
            {
                tally.Add(hit);
            }

            return last.Scanned;
        });
    }

    private static Task<long> OfFileAsync(
        string path, AskedRule asked, ReplayRange range, ReplayTally tally, RulesOutput output, FilePosts.Warn warn, CancellationToken cancel) =>
        ReplayBar.RunAsync(output, async progress =>
        {
            const int TellEvery = 1_000;
            var look = new ReplayLook(asked.Book, EngineData.Load(DataFiles.Folder).Languages);
            var count = 0L;
            await foreach (var post in FilePosts.ReadAsync(path, warn, cancel))
            {
                if (range.Holds(post.PostedAt))
                {
                    foreach (var hit in look.At(post, language: null))
                    {
                        tally.Add(hit);
                    }
                }

                if (++count % TellEvery == 0)
                {
                    progress?.Report(new ReplayProgress(count, 0, count));
                }
            }

            return count;
        });

    private static ReplayRange? Range(string? since, string? until)
    {
        var from = Time(since);
        var to = Time(until);
        if ((since is not null && from is null) || (until is not null && to is null))
        {
            return null;
        }

        return new ReplayRange(from, until is { Length: 10 } ? to!.Value.AddDays(1).AddTicks(-1) : to);
    }

    private static DateTimeOffset? Time(string? written) =>
        DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private sealed class HeardProgress(Action<ReplayProgress> hear) : IProgress<ReplayProgress>
    {
        public void Report(ReplayProgress value) => hear(value);
    }
}
