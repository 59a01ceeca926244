using Tarazy.Storage.Feeds;

namespace Tarazy.Server.Hosting;

/// <summary>
/// Lets every stage take what lies behind its cursor, again and again. A stage that fails is logged and tried again later;
/// since it moved its cursor only with what it saved, trying again is safe.
/// </summary>
internal sealed partial class StagePump(IEnumerable<IStageStep> steps, WakeUp wakeUp, TimeProvider clock, ILogger<StagePump> log)
    : BackgroundService
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var (worked, failed) = await OnceAsync(stoppingToken);
                if (!worked)
                {
                    await wakeUp.WaitAsync(failed ? AfterFault : Idle, clock, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>Asks each stage once, in the order of the flow.</summary>
    internal async Task<(bool Worked, bool Failed)> OnceAsync(CancellationToken cancel)
    {
        var worked = false;
        var failed = false;
        foreach (var step in steps)
        {
            try
            {
                worked |= await step.StepAsync(cancel);
            }
#pragma warning disable CA1031 // One stage's fault must not stop the others; it is logged and the step runs again from its cursor.
            catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
            {
                StepFailed(log, fault, step.Name);
                failed = true;
            }
        }

        return (worked, failed);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The stage {Stage} failed and will go on from its cursor.")]
    private static partial void StepFailed(ILogger log, Exception fault, string stage);
}
