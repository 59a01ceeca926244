using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Tarazy.Ingest.Sources;
using Tarazy.Ingest.Telegram.Preview;

namespace Tarazy.Tests.Ingest.Telegram.Preview;

/// <summary>The fetcher against a server of the test's own; nothing leaves the machine.</summary>
public sealed class PreviewFetcherTests : IAsyncLifetime
{
    private readonly ImpatientClock _clock = new();
    private readonly ConcurrentQueue<(string Path, string Agent)> _asked = [];
    private readonly WebApplication _server;
    private Func<HttpContext, int, IResult> _answer = (_, _) => Results.NotFound();
    private IResult _robots = Results.NotFound();
    private int _pages;

    public PreviewFetcherTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.MapGet("/{**path}", (HttpContext http) =>
        {
            _asked.Enqueue((http.Request.Path + http.Request.QueryString, http.Request.Headers.UserAgent.ToString()));
            return http.Request.Path == "/robots.txt" ? _robots : _answer(http, Interlocked.Increment(ref _pages));
        });
    }

    public async ValueTask InitializeAsync() => await _server.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_channel_is_read_back_to_its_start()
    {
        _answer = (http, _) => (string?)http.Request.Query["before"] switch
        {
            null => Html(PreviewPages.Page(41, PreviewPages.Words(41, "соңғы"), PreviewPages.Words(42, "ең соңғы"))),
            "41" => Html(PreviewPages.Page(21, PreviewPages.Words(21, "орта"))),
            "21" => Html(PreviewPages.Page(null, PreviewPages.Words(1, "бірінші"))),
            _ => Results.NotFound(),
        };

        var (posts, codes) = await ReadAsync();

        Assert.Equal([41, 42, 21, 1], posts);
        Assert.Empty(codes);
        Assert.Equal(["/robots.txt", "/s/dala_news", "/s/dala_news?before=41", "/s/dala_news?before=21"], _asked.Select(a => a.Path));
        Assert.All(_asked, a => Assert.StartsWith("Tarazy/", a.Agent, StringComparison.Ordinal));
        Assert.Equal(Enumerable.Repeat(TimeSpan.FromSeconds(2), 3), _clock.Waits);
    }

    [Fact]
    public async Task An_empty_page_that_says_it_is_the_start_is_the_end()
    {
        _answer = (_, page) => page == 1 ? Html(PreviewPages.Page(5, PreviewPages.Words(5, "сөз"))) : Html(PreviewPages.StartOfChannel);

        var (posts, codes) = await ReadAsync();

        Assert.Equal([5], posts);
        Assert.Empty(codes);
    }

    [Fact]
    public async Task A_page_without_posts_is_an_error_and_not_an_end()
    {
        _answer = (_, page) => Html(page == 1 ? PreviewPages.Page(5, PreviewPages.Words(5, "сөз")) : "<html><body>Telegram</body></html>");

        var (posts, codes) = await ReadAsync();

        Assert.Equal([5], posts);
        Assert.Equal(["not-a-preview"], codes);
    }

    [Fact]
    public async Task A_redirect_means_that_there_is_no_preview_and_is_not_followed()
    {
        _answer = (_, _) => Results.Redirect("/dala_news");

        Assert.Equal(["no-preview"], (await ReadAsync()).Codes);
        Assert.DoesNotContain(_asked, a => a.Path == "/dala_news");
    }

    [Fact]
    public async Task After_429_it_waits_as_long_as_it_is_asked_to()
    {
        _answer = (http, page) =>
        {
            if (page > 1)
            {
                return Html(PreviewPages.Page(null, PreviewPages.Words(1, "сөз")));
            }

            http.Response.Headers.RetryAfter = "77";
            return Results.StatusCode(429);
        };

        Assert.Equal([1], (await ReadAsync()).Posts);
        Assert.Contains(TimeSpan.FromSeconds(77), _clock.Waits);
    }

    [Fact]
    public async Task A_server_that_fails_is_asked_again_ever_later_and_then_given_up()
    {
        _answer = (_, _) => Results.StatusCode(503);

        Assert.Equal(["not-reachable"], (await ReadAsync()).Codes);
        Assert.Equal(5, _pages);
        Assert.Equal([5, 10, 20, 40], _clock.Waits.Where(w => w > TimeSpan.FromSeconds(2)).Select(w => w.TotalSeconds));
    }

    [Fact]
    public async Task A_retry_after_beyond_the_limit_ends_it()
    {
        _answer = (http, _) =>
        {
            http.Response.Headers.RetryAfter = "86400";
            return Results.StatusCode(429);
        };

        Assert.Equal(["too-many-requests"], (await ReadAsync()).Codes);
        Assert.Equal(1, _pages);
    }

    [Theory]
    [InlineData("User-agent: *\nDisallow: /s/", "robots-forbid")]
    [InlineData("User-agent: tarazy\nDisallow: /\n\nUser-agent: *\nAllow: /", "robots-forbid")]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /s/", null)]
    [InlineData("User-agent: other\nDisallow: /", null)]
    [InlineData("User-agent: *\nDisallow: /*_news$", "robots-forbid")]
    [InlineData("User-agent: *\nDisallow:", null)]
    [InlineData("<html>not a robots file</html>", null)]
    public async Task Robots_txt_is_obeyed(string robots, string? refusal)
    {
        _robots = Results.Text(robots);
        _answer = (_, _) => Html(PreviewPages.Page(null, PreviewPages.Words(1, "сөз")));

        Assert.Equal(refusal is null ? [] : [refusal], (await ReadAsync()).Codes);
        Assert.Equal(refusal is null ? 1 : 0, _pages);
    }

    [Fact]
    public async Task Robots_txt_may_ask_for_a_longer_pause()
    {
        _robots = Results.Text("User-agent: *\nCrawl-delay: 9");
        _answer = (_, _) => Html(PreviewPages.Page(null, PreviewPages.Words(1, "сөз")));

        await ReadAsync();

        Assert.Equal([TimeSpan.FromSeconds(9)], _clock.Waits);
    }

    [Fact]
    public async Task When_robots_txt_cannot_be_had_the_answer_is_no()
    {
        _robots = Results.StatusCode(500);

        Assert.Equal(["robots-unknown"], (await ReadAsync()).Codes);
        Assert.Equal(0, _pages);
    }

    [Fact]
    public async Task The_limits_of_pages_bytes_and_time_hold()
    {
        _answer = (_, page) => Html(PreviewPages.Page(1000 - page, PreviewPages.Words(1000 - page, "сөз")));

        var (posts, codes) = await ReadAsync(o => o.MostPages = 3);
        Assert.Equal((3, "page-limit"), (posts.Count, Assert.Single(codes)));
        (posts, codes) = await ReadAsync(o => o.MostTime = TimeSpan.FromSeconds(7));
        Assert.Equal("time-limit", Assert.Single(codes));
        Assert.InRange(posts.Count, 2, 5);
        Assert.Equal(["large-page"], (await ReadAsync(o => o.MostPageBytes = 512)).Codes);
    }

    [Fact]
    public async Task Pages_that_lead_in_a_circle_are_left()
    {
        _answer = (_, _) => Html(PreviewPages.Page(7, PreviewPages.Words(7, "сөз")));

        var (posts, codes) = await ReadAsync();

        Assert.Equal([7, 7], posts);
        Assert.Equal(["not-a-preview"], codes);
    }

    private static IResult Html(string page) => Results.Text(page, "text/html; charset=utf-8");

    private async Task<(IReadOnlyList<long> Posts, IReadOnlyList<string> Codes)> ReadAsync(Action<PreviewOptions>? change = null)
    {
        var options = new PreviewOptions { BaseAddress = new Uri(_server.Urls.First() + "/") };
        change?.Invoke(options);
        var items = await new PostSources(_clock)
            .Open("https://t.me/s/dala_news", new IngestOptions { Preview = options }, null, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
        return (
            [.. items.OfType<IngestItem.PostSeen>().Select(p => p.Post.Message)],
            [.. items.OfType<IngestItem.Refused>().Select(r => r.Refusal.Code)]);
    }

    /// <summary>Every wait ends at once, is written down, and moves the time.</summary>
    private sealed class ImpatientClock : TimeProvider
    {
        private long _ticks;

        public ConcurrentQueue<TimeSpan> Waits { get; } = [];

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddTicks(Interlocked.Read(ref _ticks));

        public override long GetTimestamp() => Interlocked.Read(ref _ticks);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waits.Enqueue(dueTime);
            Interlocked.Add(ref _ticks, dueTime.Ticks);
            return System.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
