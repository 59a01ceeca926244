using System.ComponentModel.DataAnnotations;

namespace Tarazy.Ingest.Telegram.Preview;

/// <summary>How politely public previews are fetched, and how much of them.</summary>
public sealed class PreviewOptions
{
    /// <summary>Where previews are. The default is Telegram's own address; tests put a server of their own here.</summary>
    public Uri BaseAddress { get; set; } = new("https://t.me/");

    /// <summary>Who asks. The default names the program; a desk adds an address where it can be reached.</summary>
    [Required]
    public string UserAgent { get; set; } = "Tarazy/0.1 (notice desk for public channels)";

    /// <summary>Pause between two requests. The default is two seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", "00:10:00")]
    public TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Ask for robots.txt first and keep to it. On by default.</summary>
    public bool ObeyRobots { get; set; } = true;

    /// <summary>Most pages of one channel, about 20 messages each. The default is 50.</summary>
    [Range(1, 100_000)]
    public int MostPages { get; set; } = 50;

    /// <summary>Largest page. The default is 4 MiB.</summary>
    [Range(1 << 10, 64 << 20)]
    public int MostPageBytes { get; set; } = 4 << 20;

    /// <summary>Most messages that are taken from one page. The default is 1,000.</summary>
    [Range(1, 100_000)]
    public int MostMessages { get; set; } = 1000;

    /// <summary>Deepest nesting of the words of a message. The default is 200; what lies deeper is left out.</summary>
    [Range(8, 1000)]
    public int MostDepth { get; set; } = 200;

    /// <summary>Longest wait for one answer. The default is 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan RequestTime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest time for one channel. The default is 30 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan MostTime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How often a request is repeated after a 429, a 5xx or a broken connection. The default is 4.</summary>
    [Range(0, 20)]
    public int MostRetries { get; set; } = 4;

    /// <summary>First wait before a repetition, doubled each time; a server's Retry-After goes before it. The default is 5 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", "00:10:00")]
    public TimeSpan FirstRetryPause { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest Retry-After that is waited for. The default is 5 minutes; past it the channel is given up for now.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan MostRetryPause { get; set; } = TimeSpan.FromMinutes(5);
}
