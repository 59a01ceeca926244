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
using Tarazy.Storage.Feeds;

namespace Tarazy.Server.Hosting;

/// <summary>
/// Invented demands of invented authorities. They come in as a reviewer's do: what stands in <c>demands.json</c> under the names of
/// <see cref="DemandForms"/> is typed into the forms, every check is made, and each answer waits for its entry in the log.
/// </summary>
internal sealed class SampleDemands(TypedDemands desk, DemandShelf shelf, DeskDates dates, IEnumerable<IStageStep> steps)
{
    /// <summary>How many the file holds.</summary>
    public const int Count = 3;

    /// <summary>Nobody's account: those count from R-01. So whoever tries the sample had no part in its answers.</summary>
    public static readonly ReviewerId Reviewer = new("R-00");

    private const string Act = "act";

    // What is tried out makes entries of demands alone: the other stages begin with the desk.
    private readonly IStageStep _log = steps.Single(s => s.Name == "publish-demands");

    /// <returns>How many came in.</returns>
    /// <exception cref="InvalidDataException">The desk refuses what the file says.</exception>
    public async Task<int> ImportMissingAsync(string file, CancellationToken cancel)
    {
        await using var stream = File.OpenRead(file);
        var demands = await JsonSerializer.DeserializeAsync<SampleDemand[]>(stream, JsonSerializerOptions.Web, cancel)
            ?? throw new InvalidDataException($"{file} holds no demands.");
        var missing = demands[Math.Min(await HereAsync(cancel), demands.Length)..];
        foreach (var (form, then) in missing)
        {
            var state = Accepted(await desk.ReceiveAsync(Typed(form, version: 0), Reviewer, cancel), DemandForms.New);
            await LogAsync(cancel);
            foreach (var act in then)
            {
                var name = act[Act].GetString()!;
                state = Accepted(
                    await desk.ActOrNullAsync(name, state.Id, Typed(act, state.Version), Reviewer, cancel)
                    ?? throw new InvalidDataException($"Nobody can {name} a demand."),
                    name);
                await LogAsync(cancel);
            }
        }

        return missing.Length;
    }

    /// <summary>Those that came in before; they come in the order of the file.</summary>
    private async Task<int> HereAsync(CancellationToken cancel)
    {
        var here = 0;
        foreach (var demand in await shelf.ListAsync(DemandPile.All, int.MaxValue, cancel))
        {
            here += (await shelf.HistoryAsync(demand.Id, cancel))[0].Event is DemandReceived { By: var by } && by == Reviewer ? 1 : 0;
        }

        return here;
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
