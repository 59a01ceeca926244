using System.ComponentModel.DataAnnotations;

namespace Tarazy.Review;

/// <summary>How the desk's people work on cases.</summary>
public sealed class ReviewOptions
{
    /// <summary>How long a claim holds without activity. The default is ten minutes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "08:00:00")]
    public TimeSpan ClaimFor { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a decision can be taken back before anything follows from it. The default is ten seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan UndoFor { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>When a case of high priority should have been read. The default is six hours.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "7.00:00:00")]
    public TimeSpan DueHigh { get; set; } = TimeSpan.FromHours(6);

    /// <summary>The same for medium priority. The default is two days.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "30.00:00:00")]
    public TimeSpan DueMedium { get; set; } = TimeSpan.FromDays(2);

    /// <summary>The same for low priority. The default is seven days.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "90.00:00:00")]
    public TimeSpan DueLow { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Cases that may be opened without a person in one day; past it findings wait and the desk says so. The default is 2,000.</summary>
    [Range(1, 1_000_000)]
    public int CasesADay { get; set; } = 2_000;
}
