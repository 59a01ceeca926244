using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tarazy.Detect.Findings;
using Tarazy.Records.Canonical;
using Tarazy.Records.Findings;
using Tarazy.Records.Outcomes;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;

namespace Tarazy.Detect.FactChecks.Matching;

/// <summary>Appends what happens to matches, and with it the rows that lists show.</summary>
internal sealed class MatchStore(EventTable<FactCheckEvent> events, TimeProvider clock)
{
    public const string Desk = "desk";

    /// <summary>Name under which a confirmed match stands among the findings.</summary>
    public const string Rule = "confirmed-fact-check";

    private const string Version = "1";

    /// <summary>Enough for a case, and behind every threat: what is only false does not hurry.</summary>
    private const double Strength = 0.5;

    private static readonly HarmId FalseClaim = HarmId.From("false-claim");

    /// <returns>False when it was suggested before.</returns>
    public async Task<bool> SuggestAsync(MatchSuggested suggestion, CancellationToken cancel)
    {
        var isNew = false;
        await events.ActAsync(
            suggestion.Match,
            Desk,
            (_, history) =>
            {
                isNew = history.Count == 0;
                return Task.FromResult<Outcome<FactCheckEvent[]>>(isNew ? new FactCheckEvent[] { suggestion } : Array.Empty<FactCheckEvent>());
            },
            (db, whole) =>
            {
                if (isNew)
                {
                    db.Add(Row(suggestion, whole[0].At));
                }

                return Task.CompletedTask;
            },
            cancel);
        return isNew;
    }

    public async Task<Outcome<IReadOnlyList<Recorded<FactCheckEvent>>>> JudgeAsync(JudgeMatch command, CancellationToken cancel) => await events.ActAsync(
        command.Match,
        command.By,
        (_, history) => Task.FromResult(JudgeMatchHandler.Handle(command, history)),
        (db, whole) => ProjectAsync(db, whole, cancel),
        cancel);

    private static FactCheckMatchRow Row(MatchSuggested suggestion, DateTimeOffset at) => new()
    {
        Id = suggestion.Match,
        FactCheck = suggestion.FactCheck,
        Story = suggestion.Story.Value,
        Post = suggestion.Post.Value,
        Probability = suggestion.Probability,
        SuggestedAt = at,
        Status = MatchStatus.Suggested,
        Version = 1,
        Shared = JsonSerializer.Serialize(suggestion.Shared, DeskJson.Options),
    };

    private async Task ProjectAsync(DeskContext db, IReadOnlyList<Recorded<FactCheckEvent>> whole, CancellationToken cancel)
    {
        var suggestion = (MatchSuggested)whole[0].Event;
        var row = await db.Set<FactCheckMatchRow>().SingleAsync(m => m.Id == suggestion.Match, cancel);
        row.Status = JudgeMatchHandler.StatusOf(whole);
        row.Version = whole.Count;
        row.JudgedBy = whole[^1].Actor;
        row.JudgedAt = whole[^1].At;
        if (row.Status == MatchStatus.Confirmed)
        {
            await FindAsync(db, suggestion, cancel);
        }
    }

    /// <summary>Only what a person confirmed becomes a finding. It asks for context; that a post is false opens no road to its removal.</summary>
    private async Task FindAsync(DeskContext db, MatchSuggested suggestion, CancellationToken cancel)
    {
        var id = FindingId.From(ContentId.Of(suggestion.Post.Value, Rule, suggestion.FactCheck));
        await AppendLock.TakeAsync(db, FindingRow.Table, cancel);
        if (await db.Set<FindingRow>().AnyAsync(f => f.Id == id.Value, cancel))
        {
            return;
        }

        var finding = new Finding(
            id, suggestion.Post, suggestion.Channel, suggestion.Story, Rule, Version, FalseClaim,
            $"{suggestion.Publisher}: {suggestion.Rating}",
            suggestion.Shared, Strength, Shadow: false, suggestion.Language, clock.GetUtcNow());
        db.Add(FindingFeed.Row(finding, suggestion.Story.Value));
    }
}
