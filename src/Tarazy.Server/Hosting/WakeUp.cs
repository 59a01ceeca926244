namespace Tarazy.Server.Hosting;

/// <summary>Rings when a person has done something that another stage waits for, so that it need not wait a second.</summary>
internal sealed class WakeUp : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    public void Ring()
    {
        try
        {
            _rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // It has rung already and nobody has come yet; once is enough.
        }
    }

    /// <summary>Comes back when rung, or after the time at the latest.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancel);
        try
        {
            await _rung.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // Nobody rang.
        }
    }

    public void Dispose() => _rung.Dispose();
}
