using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Tarazy.Detect.Labels.Training;

/// <summary>A label's model that is in use.</summary>
internal sealed record ModelInUse(string Label, int Number, ShelvedModel Shelved);

/// <summary>The models that are in use now. A promotion or a way back shows at the next question, without a restart.</summary>
internal sealed partial class ModelsInUse(LabelBookKeeper books, ModelShelf shelf, ILogger<ModelsInUse> log)
{
    private readonly ConcurrentDictionary<(string Label, int Number), ShelvedModel> _read = new();

    public async Task<IReadOnlyList<ModelInUse>> AllAsync(CancellationToken cancel)
    {
        var book = await books.ReadyAsync(cancel);
        return
        [
            .. book.Labels.Where(label => label.Value.Current > 0).OrderBy(label => label.Key, StringComparer.Ordinal)
                .Select(label => Read(label.Key, label.Value)).OfType<ModelInUse>(),
        ];
    }

    public async Task<ModelInUse?> OfAsync(string label, CancellationToken cancel) =>
        (await books.ReadyAsync(cancel)).Of(label) is { Current: > 0 } history ? Read(label, history) : null;

    private ModelInUse? Read(string label, LabelHistory history)
    {
        var number = history.Current;
        if (!_read.TryGetValue((label, number), out var known))
        {
            var version = history.Trained.Find(made => made.Number == number)?.Version ?? "";
            if (!shelf.Exists || shelf.Read(label, number, version) is not { } read)
            {
                LogMissing(label, number);
                return null;
            }

            known = _read.GetOrAdd((label, number), read);
        }

        return new ModelInUse(label, number, known);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Version {Number} of the label {Label} is in use but is gone from the folder or was changed; the label says nothing until it is back.")]
    private partial void LogMissing(string label, int number);
}
