using System.CommandLine;
using System.Globalization;
using Tarazy.Detect.Labels;
using Tarazy.Detect.Labels.Training;
using Tarazy.Server.Hosting;

namespace Tarazy.Server.Commands.Train.Labels;

/// <summary><c>tarazy train desk</c>: learns the desk's own labels from its decisions, and puts a new model in use only if it wins.</summary>
internal static class TrainDesk
{
    private const string By = "desk";

    public static Command Create()
    {
        var desk = new DeskOptions();
        var label = new Option<string?>("--label") { Description = "One category, e.g. extortion; without it every category with enough decisions.", HelpName = "HARM" };
        var command = new Command("desk", "Learn the desk's own labels from what its people decided.") { label };
        desk.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = desk.Services(parsed).BuildServiceProvider();
            await Migrations.ApplyAsync(services, cancel);
            var labels = services.GetRequiredService<LabelDesk>();
            var asked = parsed.GetValue(label);
            var (refused, tried) = (false, false);
            foreach (var standing in await labels.StandingsAsync(cancel))
            {
                if (asked is null ? standing.Counts.Decisions > 0 : standing.Label == asked)
                {
                    tried = true;
                    refused |= !await TrainAsync(labels, standing.Label, cancel);
                }
            }

            if (asked is not null && !(await labels.StandingsAsync(cancel)).Any(standing => standing.Label == asked))
            {
                await Console.Error.WriteLineAsync(new NoSuchLabel(asked).Says);
                refused = true;
            }

            if (asked is null && !tried)
            {
                await Console.Error.WriteLineAsync("Nothing has been decided on this desk yet, so nothing was learnt.");
            }

            return refused && asked is not null ? 1 : 0;
        });
        return command;
    }

    private static async Task<bool> TrainAsync(LabelDesk labels, string label, CancellationToken cancel)
    {
        var outcome = await labels.TrainAsync(new TrainLabel(label, By), cancel);
        if (!outcome.Ok)
        {
            await Console.Error.WriteLineAsync($"{label}: {outcome.Refusals[0].Says}");
            return false;
        }

        var (card, contest) = (outcome.Value, outcome.Value.Contest);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{label} version {card.Number} ({card.Version}): learnt from {card.Learnt} posts, {card.LearntPositives} positive; frozen set {contest.Rows}, {contest.Positives} positive."));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  average precision {contest.Candidate:0.000} against {contest.Incumbent:0.000} of {(card.AgainstVersion == 0 ? "chance" : $"version {card.AgainstVersion}")}; margin {contest.Margin:+0.000;-0.000} ({contest.Low:+0.000;-0.000} to {contest.High:+0.000;-0.000}); {(contest.Wins ? "put in use" : "kept as a candidate")}."));
        return true;
    }
}
