using Tarazy.Policy.Law;
using Tarazy.Publish.StateMeasures;

namespace Tarazy.Server.Public.Law.Measures;

/// <summary>Takes the records of this release into the register before the desk listens, so that no reader sees it empty.</summary>
internal sealed class TakeInMeasures(MeasureBook measures, LawRecords records) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => measures.ImportAsync(records.Measures, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
