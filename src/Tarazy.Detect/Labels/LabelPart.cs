using Microsoft.EntityFrameworkCore;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;

namespace Tarazy.Detect.Labels;

/// <summary>What happened to the desk's labels.</summary>
internal sealed class LabelPart : IDeskPart
{
    public const string Events = "label_events";

    public void Build(ModelBuilder model) => model.AddEventTable(Events);
}
