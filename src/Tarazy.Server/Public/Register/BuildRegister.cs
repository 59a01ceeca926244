using Tarazy.Records.Cases;
using Tarazy.Records.Notices;
using Tarazy.Server.Public.Names;
using Tarazy.Server.Public.Notices;
using Published = Tarazy.Publish.Register;

namespace Tarazy.Server.Public.Register;

/// <summary>Makes the register's page of what the register says. Pure.</summary>
internal static class BuildRegister
{
    /// <param name="channels">Names of channels, by id; one that is missing is called by its id.</param>
    public static RegisterView View(
        RegisterAsked asked,
        Published.RegisterPage page,
        RegisterFigures figures,
        PublicNames names,
        IReadOnlyDictionary<string, string> channels)
    {
        var newer = page.Skipped == 0 ? null : asked.Query(page.Newer);
        return new RegisterView(
            asked.Shown,
            figures,
            new RegisterChoices(names.Harms, names.Jurisdictions, Years(figures)),
            [.. page.Lines.Select(l => Line(l, names, channels))],
            page.Total,
            page.Skipped + 1,
            newer,
            page.Next is { } next ? asked.Query(next) : null);
    }

    public static RegisterLineView Line(
        Published.RegisterLine line, PublicNames names, IReadOnlyDictionary<string, string> channels)
    {
        var subject = line.Subject;
        var clause = names.Clause(subject?.Clause);
        return new RegisterLineView(
            line.Number,
            line.SentAt ?? line.SignedAt,
            TitleOf(line, names, channels),
            clause?.Title,
            clause?.Language,
            subject?.Measure,
            names.Addressee(subject?.Addressee, subject?.Clause),
            NoticeStanding.Of(line),
            line.Outcome,
            line.SealedUntil is null ? line.AnsweredAt - line.SentAt : null,
            DueAt: null,
            line.SealedUntil,
            line.FirstEntry);
    }

    /// <summary>Null only while it is sealed: erased content is not waiting for a day, it is gone, and the page says so.</summary>
    public static string? TitleOf(Published.RegisterLine line, PublicNames names, IReadOnlyDictionary<string, string> channels) =>
        line switch
        {
            { ErasedAt: not null } => names.Erased,
            { SealedUntil: not null } => null,
            { Subject: { } subject } => names.Title(subject.Harm, channels.GetValueOrDefault(subject.Channel, subject.Channel)),
            _ => names.Erased,
        };

    /// <param name="from">The day of the first decision; null while there is none.</param>
    public static RegisterFigures Figures(
        Published.RegisterStatistics counted, IReadOnlyDictionary<Measure, int> decided, DateOnly? from, DateOnly today) => new(
            from ?? today,
            today,
            decided.Values.Sum(count => (long)count),
            decided.ToDictionary(d => d.Key, d => (long)d.Value),
            counted.Sent,
            counted.Outcomes.Where(o => o.Key != AnswerOutcome.NoAnswer).Sum(o => (long)o.Value),
            counted.MedianTimeToAnswer,
            counted.Appeals,
            counted.Reversals);

    private static List<int> Years(RegisterFigures figures) =>
        [.. Enumerable.Range(figures.From.Year, figures.To.Year - figures.From.Year + 1).Reverse()];
}
