using System.ComponentModel.DataAnnotations;

namespace Tarazy.Server.Public;

/// <summary>What the public pages promise and allow.</summary>
public sealed class PublicOptions
{
    /// <summary>Days within which the desk decides an appeal, as the channel is told. The default is 14.</summary>
    [Range(1, 90)]
    public int AppealDays { get; set; } = 14;

    /// <summary>Forms that one address may send at once. The default is 5.</summary>
    [Range(1, 1_000)]
    public int FormsAtOnce { get; set; } = 5;

    /// <summary>How long until an address that has used them up may send one more. The default is one minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan FormPause { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Questions that one address may ask in a minute through the API. The default is 30.</summary>
    [Range(1, 10_000)]
    public int QuestionsAMinute { get; set; } = 30;
}
