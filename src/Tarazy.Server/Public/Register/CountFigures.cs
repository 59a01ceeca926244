using Tarazy.Publish.Register;
using Tarazy.Review.Queue;
using Tarazy.Server.Web.Culture;

namespace Tarazy.Server.Public.Register;

/// <summary>Counts what the chart is drawn from. Kept for some seconds: counting reads every notice, and anybody may ask.</summary>
internal sealed class CountFigures(CaseQueue cases, PublicRegister register, DeskDates dates) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _gate = new(1, 1);

    // Written under _gate; a reader sees the old figures or the new ones.
    private volatile Counted? _last;

    public async Task<RegisterFigures> NowAsync(CancellationToken cancel)
    {
        if (_last is { } fresh && dates.Now - fresh.At < Kept)
        {
            return fresh.Figures;
        }

        await _gate.WaitAsync(cancel);
        try
        {
            if (_last is { } counted && dates.Now - counted.At < Kept)
            {
                return counted.Figures;
            }

            var figures = await CountAsync(cancel);
            _last = new Counted(dates.Now, figures);
            return figures;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<RegisterFigures> CountAsync(CancellationToken cancel)
    {
        var first = await cases.FirstDecidedAsync(cancel);
        return BuildRegister.Figures(
            await register.CountAsync(cancel),
            await cases.DecidedAsync(cancel),
            first is { } at ? dates.DateOf(at) : null,
            dates.Today);
    }

    private sealed record Counted(DateTimeOffset At, RegisterFigures Figures);
}
