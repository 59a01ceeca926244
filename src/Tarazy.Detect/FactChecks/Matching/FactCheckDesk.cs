using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tarazy.Analysis.Claims;
using Tarazy.Records.Canonical;
using Tarazy.Records.Findings;
using Tarazy.Records.Outcomes;
using Tarazy.Records.Posts;
using Tarazy.Storage.Contexts;

namespace Tarazy.Detect.FactChecks.Matching;

/// <summary>A story and a fact-check that may be about it.</summary>
/// <param name="Shared">The words that both have, in <paramref name="Post"/>.</param>
/// <param name="Version">What a judgement of it is made on.</param>
public sealed record StoryMatch(
    string Id,
    FactCheck Check,
    StoryId Story,
    PostId Post,
    double Probability,
    MatchStatus Status,
    int Version,
    DateTimeOffset SuggestedAt,
    string? JudgedBy,
    DateTimeOffset? JudgedAt,
    IReadOnlyList<Evidence> Shared);

/// <summary>An answer to "has this been checked?".</summary>
public sealed record CheckedAnswer(FactCheck Check, double Probability, IReadOnlyList<Evidence> Shared, IReadOnlyList<NumberClash> Clashes);

/// <summary>What pages, commands and the API may ask of fact-checks.</summary>
public sealed class FactCheckDesk
{
    private const int LongestQuestion = 10_000;

    private readonly FactCheckMemory _memory;
    private readonly MatchStore _store;
    private readonly IDbContextFactory<DeskContext> _contexts;

    internal FactCheckDesk(FactCheckMemory memory, MatchStore store, IDbContextFactory<DeskContext> contexts) =>
        (_memory, _store, _contexts) = (memory, store, contexts);

    /// <summary>What a text may repeat, most probable first. Nothing of the text is kept.</summary>
    public async Task<IReadOnlyList<CheckedAnswer>> AskAsync(string text, int most, double least, CancellationToken cancel)
    {
        var shelf = await _memory.ReadyAsync(cancel);
        if (shelf.Checks.Count == 0 || string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        var asked = text.Length > LongestQuestion ? text[..LongestQuestion] : text;
        var matches = new ClaimMatcher(shelf.Index, _memory.RankerInUse).Ask(asked, most, least);
        return [.. matches.Select(m => new CheckedAnswer(shelf.Checks[m.Document], m.Probability, m.Shared, NumberClash.Between(asked, shelf.Checks[m.Document].Claim)))];
    }

    /// <summary>What was suggested for a story, the confirmed first.</summary>
    public async Task<IReadOnlyList<StoryMatch>> OfStoryAsync(StoryId story, CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var rows = await db.Set<FactCheckMatchRow>().AsNoTracking().Where(m => m.Story == story.Value).ToListAsync(cancel);
        return [.. (await ReadAsync(db, rows, cancel)).OrderBy(m => m.Status != MatchStatus.Confirmed).ThenByDescending(m => m.Probability)];
    }

    /// <summary>What waits for a person, strongest first.</summary>
    public async Task<IReadOnlyList<StoryMatch>> WaitingAsync(int most, CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var rows = await db.Set<FactCheckMatchRow>().AsNoTracking()
            .Where(m => m.Status == MatchStatus.Suggested)
            .OrderByDescending(m => m.Probability).ThenBy(m => m.Id).Take(most).ToListAsync(cancel);
        return await ReadAsync(db, rows, cancel);
    }

    public async Task<Outcome<StoryMatch>> JudgeAsync(JudgeMatch command, CancellationToken cancel)
    {
        var outcome = await _store.JudgeAsync(command, cancel);
        if (!outcome.Ok)
        {
            return Outcome<StoryMatch>.Refused(outcome.Refusals);
        }

        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var row = await db.Set<FactCheckMatchRow>().AsNoTracking().SingleAsync(m => m.Id == command.Match, cancel);
        return (await ReadAsync(db, [row], cancel))[0];
    }

    private static async Task<IReadOnlyList<StoryMatch>> ReadAsync(DeskContext db, List<FactCheckMatchRow> rows, CancellationToken cancel)
    {
        var ids = rows.Select(r => r.FactCheck).Distinct().ToList();
        var checks = await db.Set<FactCheckRow>().AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Read(), cancel);
        return
        [
            .. rows.Where(r => checks.ContainsKey(r.FactCheck)).Select(r => new StoryMatch(
                r.Id, checks[r.FactCheck], StoryId.From(r.Story), PostId.From(r.Post), r.Probability, r.Status, r.Version, r.SuggestedAt,
                r.JudgedBy, r.JudgedAt, JsonSerializer.Deserialize<List<Evidence>>(r.Shared, DeskJson.Options) ?? [])),
        ];
    }
}
