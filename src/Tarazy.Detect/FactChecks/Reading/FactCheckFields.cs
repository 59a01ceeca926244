using System.Globalization;

namespace Tarazy.Detect.FactChecks.Reading;

/// <summary>The fields of one record as text, whatever file they come from, and what is demanded of them.</summary>
internal sealed record FactCheckFields
{
    public const int LongestText = 4_000;
    public const int LongestName = 300;
    private const int LongestUrl = 2_000;
    private const int MostAppearances = 20;

    public string? Claim { get; init; }

    public string? Title { get; init; }

    public string? Rating { get; init; }

    public string? RatingValue { get; init; }

    public string? BestRating { get; init; }

    public string? WorstRating { get; init; }

    public string? Publisher { get; init; }

    public string? PublisherUrl { get; init; }

    public string? Url { get; init; }

    public string? PublishedOn { get; init; }

    public string? Language { get; init; }

    public string? Claimant { get; init; }

    public string? ClaimedOn { get; init; }

    public IReadOnlyList<string> Appearances { get; init; } = [];

    public FactCheckItem At(string file, int line)
    {
        if (Fault() is { } why)
        {
            return new FactCheckItem.Refused(file, line, why);
        }

        var value = Number(RatingValue);
        return new FactCheckItem.Read(file, line, new FactCheck(
            Clean(Claim)!, Clean(Rating) ?? Scale(value), Clean(Publisher)!, Day(PublishedOn), Address(Url), Clean(Language))
        {
            Title = Clean(Title),
            RatingValue = value,
            BestRating = Number(BestRating),
            WorstRating = Number(WorstRating),
            PublisherUrl = Address(PublisherUrl),
            Claimant = Clean(Claimant),
            ClaimedOn = Day(ClaimedOn),
            Appearances = [.. Appearances.Select(Address).OfType<string>().Distinct().Take(MostAppearances)],
        });
    }

    private string? Fault() => this switch
    {
        { Claim: var claim } when Clean(claim) is null => "the record has no claim (claimReviewed)",
        { Claim.Length: > LongestText } => "the claim has more than 4,000 characters",
        { Title.Length: > LongestText } => "the title has more than 4,000 characters",
        { Rating: var rating, RatingValue: var value } when Clean(rating) is null && Number(value) is null => "the record has no rating (reviewRating with alternateName or ratingValue)",
        { Rating.Length: > LongestName } => "the rating has more than 300 characters",
        { Publisher: var name } when Clean(name) is null => "the record does not say who checked (author or publisher with a name)",
        { Publisher.Length: > LongestName } => "the publisher's name has more than 300 characters",
        { Url: var url } when Clean(url) is not null && Address(url) is null => "the address is not an http or https address",
        { PublishedOn: var day } when Clean(day) is not null && Day(day) is null => "the date of publication is not a date (2026-11-17)",
        _ => null,
    };

    private string Scale(decimal? value)
    {
        var text = value!.Value.ToString("0.##", CultureInfo.InvariantCulture);
        return Number(BestRating) is { } best ? string.Create(CultureInfo.InvariantCulture, $"{text} / {best:0.##}") : text;
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static decimal? Number(string? text) =>
        decimal.TryParse(Clean(text)?.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The day as the publisher wrote it; the hour and its zone are left out.</summary>
    private static DateOnly? Day(string? text)
    {
        if (Clean(text) is not { } written)
        {
            return null;
        }

        var day = written.Length > 10 && written[10] is 'T' or ' ' ? written[..10] : written;
        return DateOnly.TryParseExact(day, ["yyyy-MM-dd", "yyyy/MM/dd", "dd.MM.yyyy", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var known)
            ? known
            : null;
    }

    private static string? Address(string? text) =>
        Clean(text) is { Length: <= LongestUrl } written && Uri.TryCreate(written, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address.AbsoluteUri
            : null;
}
