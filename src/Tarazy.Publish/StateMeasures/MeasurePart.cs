using Microsoft.EntityFrameworkCore;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;

namespace Tarazy.Publish.StateMeasures;

internal sealed class MeasurePart : IDeskPart
{
    public const string Events = "state_measure_events";

    public void Build(ModelBuilder model) => model.AddEventTable(Events);
}
