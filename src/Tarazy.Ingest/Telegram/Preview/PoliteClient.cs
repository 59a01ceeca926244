using System.Net;

namespace Tarazy.Ingest.Telegram.Preview;

/// <param name="Status">Null when there was no answer at all.</param>
/// <param name="Body">Null unless the status is 200, or when the body is larger than the limit.</param>
internal sealed record PoliteAnswer(HttpStatusCode? Status, MemoryStream? Body, string Why);

/// <summary>
/// Asks one host, slowly: a pause between requests, a longer one after 429, 5xx and broken connections, never a redirect followed.
/// </summary>
internal sealed class PoliteClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly PreviewOptions _options;
    private readonly TimeProvider _clock;
    private bool _asked;

    public PoliteClient(PreviewOptions options, TimeProvider clock)
    {
        _options = options;
        _clock = clock;
        Pause = options.Pause;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            UseCookies = false,
            ConnectTimeout = options.RequestTime,
        };
        _http = new HttpClient(handler) { BaseAddress = options.BaseAddress, Timeout = options.RequestTime };
        _http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", options.UserAgent);
        _http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", "en");
    }

    /// <summary>Between two requests; robots.txt may ask for a longer one.</summary>
    public TimeSpan Pause { get; set; }

    public async Task<PoliteAnswer> GetAsync(string path, CancellationToken cancel)
    {
        for (var attempt = 0; ; attempt++)
        {
            await WaitAsync(attempt == 0 && !_asked ? TimeSpan.Zero : Pause, cancel);
            _asked = true;
            var (answer, retryAfter) = await AskAsync(path, cancel);
            if (!IsPassing(answer.Status) || attempt == _options.MostRetries)
            {
                return answer;
            }

            var wait = retryAfter ?? _options.FirstRetryPause * Math.Pow(2, attempt);
            if (retryAfter > _options.MostRetryPause)
            {
                return answer with { Why = $"{answer.Why} and asks to wait longer than the limit" };
            }

            await WaitAsync(wait > _options.MostRetryPause ? _options.MostRetryPause : wait, cancel);
        }
    }

    public void Dispose() => _http.Dispose();

    private static bool IsPassing(HttpStatusCode? status) =>
        status is null or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError;

    private async Task<(PoliteAnswer Answer, TimeSpan? RetryAfter)> AskAsync(string path, CancellationToken cancel)
    {
        try
        {
            using var response = await _http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, cancel);
            var why = $"it answered {(int)response.StatusCode}";
            if (response.StatusCode != HttpStatusCode.OK)
            {
                return (new PoliteAnswer(response.StatusCode, null, why), RetryAfter(response));
            }

            var body = await ReadAsync(response, cancel);
            return (new PoliteAnswer(response.StatusCode, body, body is null ? "the page is larger than the limit" : why), null);
        }
        catch (HttpRequestException)
        {
            return (new PoliteAnswer(null, null, "the connection broke"), null);
        }
        catch (IOException)
        {
            return (new PoliteAnswer(null, null, "the connection broke"), null);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return (new PoliteAnswer(null, null, "it did not answer in time"), null);
        }
    }

    private async Task<MemoryStream?> ReadAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        // HttpClient's own timeout ends with the headers.
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timeout.CancelAfter(_options.RequestTime);
        await using var stream = await response.Content.ReadAsStreamAsync(timeout.Token);
        var body = new MemoryStream();
        var buffer = new byte[16 << 10];
        int read;
        while ((read = await stream.ReadAsync(buffer, timeout.Token)) > 0)
        {
            if (body.Length + read > _options.MostPageBytes)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        body.Position = 0;
        return body;
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date - _clock.GetUtcNow() is var wait => wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
        _ => null,
    };

    private Task WaitAsync(TimeSpan wait, CancellationToken cancel) =>
        wait > TimeSpan.Zero ? Task.Delay(wait, _clock, cancel) : Task.CompletedTask;
}
