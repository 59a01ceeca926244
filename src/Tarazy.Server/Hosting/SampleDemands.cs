using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using Tarazy.Demand.Demands;
using Tarazy.Demand.Shelf;
using Tarazy.Records.Cases;
using Tarazy.Records.Demands;
using Tarazy.Records.Outcomes;
using Tarazy.Server.Web.Culture;
using Tarazy.Server.Workbench.Demands;
using Tarazy.Storage.Events;
using Tarazy.Storage.Feeds;

namespace Tarazy.Server.Hosting;

/// <summary>
/// Invented demands of invented authorities. They come in as a reviewer's do: what stands in <c>demands.json</c> under the names of
/// <see cref="DemandForms"/> is typed into the forms, every check is made, and each answer waits for its entry in the log.
/// </summary>
internal sealed class SampleDemands(TypedDemands desk, DemandShelf shelf, DeskDates dates, IEnumerable<IStageStep> steps)
{
    /// <summary>Nobody's account: those count from R-01. So whoever tries the sample had no part in its answers.</summary>
    public static readonly ReviewerId Reviewer = new("R-00");

    private const string Act = "act";

    // What is tried out makes entries of demands alone: the other stages begin with the desk.
    private readonly IStageStep _log = steps.Single(s => s.Name == "publish-demands");

    /// <summary>Takes in those that are not here, and carries on with one that was broken off between two acts; not where anybody else had a hand in it.</summary>
    /// <returns>How many came in or went on.</returns>
    /// <exception cref="InvalidDataException">The desk refuses what the file says.</exception>
    public async Task<int> ImportMissingAsync(string file, CancellationToken cancel)
    {
        var missing = await MissingAsync(file, cancel);
        foreach (var (demand, history) in missing)
        {
            await BringAsync(demand, history, cancel);
        }

        return missing.Count;
    }

    /// <summary>Whether <see cref="ImportMissingAsync"/> would do anything.</summary>
    public async Task<bool> AnyMissingAsync(string file, CancellationToken cancel) => (await MissingAsync(file, cancel)).Count > 0;

    private async Task<List<(SampleDemand Demand, IReadOnlyList<Recorded<DemandEvent>> History)>> MissingAsync(string file, CancellationToken cancel)
    {
        await using var stream = File.OpenRead(file);
        var demands = await JsonSerializer.DeserializeAsync<SampleDemand[]>(stream, JsonSerializerOptions.Web, cancel)
            ?? throw new InvalidDataException($"{file} holds no demands.");
        var here = await HereAsync(cancel);
        return
        [
            .. demands.Select((demand, at) => (Demand: demand, History: at < here.Count ? here[at] : []))
                .Where(one => one.History.Count <= one.Demand.Then.Count && one.History.All(h => h.Actor == Reviewer.Value)),
        ];
    }

    /// <param name="history">What was done before, oldest first: each act of the file leaves one event behind the receiving.</param>
    private async Task BringAsync(SampleDemand demand, IReadOnlyList<Recorded<DemandEvent>> history, CancellationToken cancel)
    {
        var state = DemandState.Fold(history)
            ?? Accepted(await desk.ReceiveAsync(Typed(demand.Form, version: 0), Reviewer, cancel), DemandForms.New);
        await LogAsync(cancel);
        foreach (var act in demand.Then.Skip(history.Count - 1))
        {
            var name = act[Act].GetString()!;
            state = Accepted(
                await desk.ActOrNullAsync(name, state.Id, Typed(act, state.Version), Reviewer, cancel)
                ?? throw new InvalidDataException($"Nobody can {name} a demand."),
                name);
            await LogAsync(cancel);
        }
    }

    /// <summary>Those that came in before, in the order in which they came: the file's.</summary>
    private async Task<IReadOnlyList<IReadOnlyList<Recorded<DemandEvent>>>> HereAsync(CancellationToken cancel)
    {
        var here = new List<IReadOnlyList<Recorded<DemandEvent>>>();
        foreach (var demand in await shelf.ListAsync(DemandPile.All, int.MaxValue, cancel))
        {
            var history = await shelf.HistoryAsync(demand.Id, cancel);
            if (history[0].Event is DemandReceived { By: var by } && by == Reviewer)
            {
                here.Add(history);
            }
        }

        return [.. here.OrderBy(h => h[0].Seq)];
    }

    private async Task LogAsync(CancellationToken cancel)
    {
        while (await _log.StepAsync(cancel))
        {
        }
    }

    /// <summary>A number is a moment, in hours from now: the sample's clocks run whenever it is tried.</summary>
    private DemandTyped Typed(Dictionary<string, JsonElement> fields, int version)
    {
        var now = dates.Now;
        var typed = fields.ToDictionary(f => f.Key, f => f.Value.ValueKind switch
        {
            JsonValueKind.Number => new StringValues(dates.Field(now.AddHours(f.Value.GetDouble()))),
            JsonValueKind.Array => new StringValues([.. f.Value.EnumerateArray().Select(v => v.GetString())]),
            _ => new StringValues(f.Value.GetString()),
        });
        typed[DemandForms.Version] = version.ToString(CultureInfo.InvariantCulture);
        return new DemandTyped(typed);
    }

    private static DemandState Accepted(Outcome<DemandState> outcome, string act) => outcome.Ok
        ? outcome.Value
        : throw new InvalidDataException($"The sample's demand was refused at {act}: {string.Join(' ', outcome.Refusals.Select(r => r.Says))}");

    /// <param name="Form">Fields of the form that takes it in.</param>
    /// <param name="Then">What was done with it, in order: the act and the fields of its form.</param>
    private sealed record SampleDemand(Dictionary<string, JsonElement> Form, IReadOnlyList<Dictionary<string, JsonElement>> Then);
}
