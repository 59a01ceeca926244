using Tarazy.Records.Canonical;

namespace Tarazy.Detect.FactChecks;

/// <summary>A claim that somebody checked, as they published it. The rating is theirs and is kept as they wrote it.</summary>
/// <param name="Claim">The claim in the checker's words.</param>
/// <param name="Rating">Their word for it: "False", "Жалған", "Без контекста".</param>
/// <param name="Publisher">Who checked.</param>
/// <param name="PublishedOn">When the check was published.</param>
/// <param name="Language">BCP 47 tag, as the record gives it.</param>
public sealed record FactCheck(string Claim, string Rating, string Publisher, DateOnly? PublishedOn = null, string? Url = null, string? Language = null)
{
    /// <summary>Follows from address and claim, or without an address from claim, publisher and day: the same record again is the same fact-check.</summary>
    public string Id => "fc:" + (Url is null
        ? ContentId.Of(Claim, Publisher, PublishedOn?.ToString("O", System.Globalization.CultureInfo.InvariantCulture) ?? "")
        : ContentId.Of(Url, Claim));

    /// <summary>Title of the article.</summary>
    public string? Title { get; init; }

    /// <summary>A figure for the rating, between <see cref="WorstRating"/> and <see cref="BestRating"/>; scales differ between publishers.</summary>
    public decimal? RatingValue { get; init; }

    public decimal? BestRating { get; init; }

    public decimal? WorstRating { get; init; }

    public string? PublisherUrl { get; init; }

    /// <summary>Who made the claim, where the record names somebody.</summary>
    public string? Claimant { get; init; }

    public DateOnly? ClaimedOn { get; init; }

    /// <summary>Addresses where the claim was seen.</summary>
    public IReadOnlyList<string> Appearances { get; init; } = [];
}
