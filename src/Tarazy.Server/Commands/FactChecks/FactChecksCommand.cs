using System.CommandLine;
using System.Globalization;
using Tarazy.Analysis.Claims.Ranking;
using Tarazy.Detect.FactChecks;
using Tarazy.Detect.FactChecks.Matching;
using Tarazy.Server.Hosting;

namespace Tarazy.Server.Commands.FactChecks;

/// <summary><c>tarazy factchecks</c>: claims that somebody checked, into the desk's store and out of it.</summary>
internal static class FactChecksCommand
{
    private const int MostListed = 50;
    private const int MostFound = 5;

    public static Command Create() => new("factchecks", "Fact-checks: import, list, search.") { Import(), List(), Search() };

    private static Command Import()
    {
        var desk = new DeskOptions();
        var from = new Argument<string>("path")
        {
            Description = "A file or a folder: ClaimReview as .json, .jsonld, .jsonl or in saved .html pages, or a .csv (docs/formats/fact-checks.md).",
        };
        var command = new Command("import", "Read fact-checks into the desk. Importing the same twice changes nothing.") { from };
        return WithDesk(command, desk, async (services, parsed, cancel) =>
        {
            var done = await services.GetRequiredService<FactCheckStore>().ImportAsync(parsed.GetValue(from)!, cancel);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Fact-checks: {done.New} new, {done.Changed} changed, {done.Known} known already, {done.RefusedCount} refused."));
            foreach (var sentence in done.Refused)
            {
                await Console.Error.WriteLineAsync(sentence);
            }

            return done.RefusedCount > 0 ? 1 : 0;
        });
    }

    private static Command List()
    {
        var desk = new DeskOptions();
        var most = new Option<int>("--most") { Description = "How many.", DefaultValueFactory = _ => MostListed, HelpName = "COUNT" };
        var command = new Command("list", "The fact-checks of the desk, those that came last first.") { most };
        return WithDesk(command, desk, async (services, parsed, cancel) =>
        {
            var store = services.GetRequiredService<FactCheckStore>();
            foreach (var check in await store.ListAsync(Math.Clamp(parsed.GetValue(most), 1, 1_000_000), cancel))
            {
                Console.WriteLine(Line(check));
            }

            var all = await store.CountAsync(cancel);
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{all} in all."));
            return 0;
        });
    }

    private static Command Search()
    {
        var desk = new DeskOptions();
        var text = new Argument<string>("text") { Description = "A question, a claim or a whole post." };
        var command = new Command("search", "The fact-checks that a text may repeat. A possible match is no verdict: a person confirms.") { text };
        return WithDesk(command, desk, async (services, parsed, cancel) =>
        {
            var answers = await services.GetRequiredService<FactCheckDesk>().AskAsync(parsed.GetValue(text)!, MostFound, least: 0, cancel);
            foreach (var answer in answers)
            {
                Console.WriteLine($"{Strength(answer.Probability)}  {Line(answer.Check)}");
                foreach (var clash in answer.Clashes)
                {
                    Console.WriteLine($"          number differs: the text says {clash.Written}, the claim {clash.Claimed}");
                }
            }

            if (answers.Count == 0)
            {
                await Console.Error.WriteLineAsync("No fact-check of this desk has a word of it.");
            }

            return answers.Any(a => a.Probability > MatchRanker.Suggested) ? 0 : 1;
        });
    }

    private static string Strength(double probability) => string.Create(
        CultureInfo.InvariantCulture,
        $"{probability:0.00} {(probability > MatchRanker.Strong ? "strong   " : probability > MatchRanker.Suggested ? "suggested" : "weak     ")}");

    private static string Line(FactCheck check) =>
        $"{check.PublishedOn?.ToString("O", CultureInfo.InvariantCulture) ?? "no date   "}  {check.Publisher}: {check.Rating} | {check.Claim} | {check.Url ?? "no address"}";

    private static Command WithDesk(Command command, DeskOptions desk, Func<ServiceProvider, ParseResult, CancellationToken, Task<int>> run)
    {
        desk.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = desk.Services(parsed).BuildServiceProvider();
            await Migrations.ApplyAsync(services, cancel);
            return await run(services, parsed, cancel);
        });
        return command;
    }
}
