using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Tarazy.TestKit.Mail;

/// <summary>What the sink does with a letter.</summary>
public enum SinkManner
{
    Accept,
    RefuseRecipient,
    RefuseForNow,
    RefuseContent,

    /// <summary>Takes the letter, says nothing and hangs up.</summary>
    HangUpAfterContent,

    /// <summary>Takes the letter and stays silent.</summary>
    StaySilentAfterContent,

    /// <summary>Hangs up on the first word.</summary>
    HangUpAtOnce,
}

/// <summary>A small SMTP server on loopback (RFC 5321) that keeps what it is given: the far end of a relay in tests.</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _letters = [];
    private readonly List<string> _recipients = [];
    private readonly Task _running;
    private readonly SinkManner _manner;
    private readonly TaskCompletionSource _received = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SmtpSink(SinkManner manner = SinkManner.Accept)
    {
        _manner = manner;
        _listener.Start();
        _running = RunAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Done when the first letter came in whole.</summary>
    public Task Received => _received.Task;

    /// <summary>The letters as they came over the wire.</summary>
    public IReadOnlyList<string> Letters
    {
        get
        {
            lock (_letters)
            {
                return [.. _letters];
            }
        }
    }

    public IReadOnlyList<string> Recipients
    {
        get
        {
            lock (_letters)
            {
                return [.. _recipients];
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            try
            {
                await ServeAsync(client.GetStream());
            }
            catch (IOException)
            {
                // The other side went away; the next one is waited for.
            }
        }
    }

    private async Task ServeAsync(NetworkStream stream)
    {
        if (_manner == SinkManner.HangUpAtOnce)
        {
            return;
        }

        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 sink ESMTP");
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            if (await AnswerAsync(line, reader, writer) is not { } reply)
            {
                return;
            }

            await writer.WriteLineAsync(reply);
            if (reply.StartsWith("221", StringComparison.Ordinal))
            {
                return;
            }
        }
    }

    private async Task<string?> AnswerAsync(string line, StreamReader reader, StreamWriter writer)
    {
        switch (line.ToUpperInvariant().Split(' ', ':')[0])
        {
            case "EHLO":
                await writer.WriteLineAsync("250-sink");
                return "250 8BITMIME";
            case "RCPT" when _manner == SinkManner.RefuseRecipient:
                return "550 5.1.1 No such mailbox";
            case "RCPT" when _manner == SinkManner.RefuseForNow:
                return "451 4.3.0 Try later";
            case "RCPT":
                lock (_letters)
                {
                    _recipients.Add(line);
                }

                return "250 OK";
            case "DATA":
                await writer.WriteLineAsync("354 Go on");
                return await ContentAsync(reader);
            case "QUIT":
                return "221 Bye";
            default:
                return "250 OK";
        }
    }

    private async Task<string?> ContentAsync(StreamReader reader)
    {
        var letter = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
        {
            letter.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        lock (_letters)
        {
            _letters.Add(letter.ToString());
        }

        _received.TrySetResult();
        switch (_manner)
        {
            case SinkManner.RefuseContent:
                return "554 5.7.1 Not wanted";
            case SinkManner.HangUpAfterContent:
                return null;
            case SinkManner.StaySilentAfterContent:
                while (await reader.ReadLineAsync(_stop.Token) is not null)
                {
                    // Not a word, until the other side goes away; then the next one is listened to.
                }

                return null;
            default:
                return "250 2.0.0 Kept as number 1";
        }
    }
}
