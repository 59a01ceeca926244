using System.Threading.Channels;

namespace Tarazy.Server.Hosting;

/// <summary>Rings when a person has done something that another stage waits for, so that it need not wait a second.</summary>
internal sealed class WakeUp
{
    // One place: a second ring before anybody has come is dropped, once is enough. Nothing to dispose, so a pump that outlives
    // the host's services by a moment does not fail.
    private readonly Channel<bool> _rung =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => _rung.Writer.TryWrite(true);

    /// <summary>Comes back when rung, or after the time at the latest.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancel);
        try
        {
            await _rung.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // Nobody rang.
        }
    }
}
