namespace Tarazy.Publish.Register;

/// <summary>Leaves what a reader asked for. A search for what is inside a notice never finds a sealed one.</summary>
internal static class RegisterSearch
{
    private const int LongestText = 200;

    public static IQueryable<RegisterRow> Narrow(IQueryable<RegisterRow> rows, RegisterFilter filter, DateOnly today)
    {
        if (filter.Year is { } year and > 1 and < 9999)
        {
            var from = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero);
            var to = from.AddYears(1);
            rows = rows.Where(r => r.SignedAt >= from && r.SignedAt < to);
        }

        var words = (filter.Text ?? "").Trim() is var text && text.Length > LongestText ? text[..LongestText] : text;
        if (words.Length > 0 || filter.Harm is not null || filter.Jurisdiction is not null || filter.Outcome is not null)
        {
            rows = rows.Where(r => r.SealedUntil == null || r.SealedUntil <= today);
        }

        foreach (var word in words.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            rows = rows.Where(r => r.Words != null && r.Words.Contains(word));
        }

        return Standing(rows, filter.Standing, today).Where(r => (filter.Harm == null || r.Harm == filter.Harm)
            && (filter.Jurisdiction == null || r.Jurisdiction == filter.Jurisdiction)
            && (filter.Outcome == null || r.Outcome == filter.Outcome));
    }

    private static IQueryable<RegisterRow> Standing(IQueryable<RegisterRow> rows, RegisterStanding? standing, DateOnly today) =>
        standing switch
        {
            null => rows,
            RegisterStanding.Sealed => rows.Where(r => r.SealedUntil > today),
            RegisterStanding.Reversed => rows.Where(r => r.Reversed && (r.SealedUntil == null || r.SealedUntil <= today)),
            RegisterStanding.Waiting => rows.Where(r => r.SentAt != null && r.Outcome == null && r.WithdrawnAt == null
                && (r.SealedUntil == null || r.SealedUntil <= today)),
            _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "A notice stands in a known way."),
        };
}
