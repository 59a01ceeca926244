using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tarazy.Analysis.Engine;
using Tarazy.Detect.Labels.Drawing;
using Tarazy.Detect.Labels.Hints;
using Tarazy.Detect.Labels.Sentiment;
using Tarazy.Detect.Labels.Standing;
using Tarazy.Detect.Labels.Training;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;
using Tarazy.Storage.Feeds;

namespace Tarazy.Detect.Labels;

public static class LabelSetup
{
    /// <summary>Labels that the desk learns from its own decisions. Goes after <see cref="DetectSetup.AddDetect"/>; the host brings <see cref="ILabelDecisions"/>.</summary>
    public static IServiceCollection AddLabels(this IServiceCollection services, LabelOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<IDeskPart, LabelPart>();
        services.AddSingleton(s => new EventTable<LabelEvent>(
            LabelPart.Events, s.GetRequiredService<IDbContextFactory<DeskContext>>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<LabelBookKeeper>();
        services.AddSingleton<ModelShelf>();
        services.AddSingleton<ModelsInUse>();
        services.AddSingleton<LabelStandings>();
        services.AddSingleton<TrainLabelRun>();
        services.AddSingleton<RankPool>();
        services.AddSingleton<DrawPosts>();
        services.AddSingleton<IStageStep>(s => s.GetRequiredService<DrawPosts>());
        services.AddSingleton(s => new LabelDesk(
            s.GetRequiredService<LabelStandings>(),
            s.GetRequiredService<ModelsInUse>(),
            s.GetRequiredService<TrainLabelRun>(),
            s.GetRequiredService<LabelBookKeeper>(),
            s.GetRequiredService<EventTable<LabelEvent>>(),
            s.GetRequiredService<ILabelDecisions>()));
        services.AddSingleton(s => new TechniqueHints(options, s.GetRequiredService<ILogger<TechniqueHints>>()));
        services.AddSingleton(s => new SentimentModels(options, s.GetRequiredService<ILogger<SentimentModels>>()));
        services.AddSingleton(s => new SentimentDesk(s.GetRequiredService<EngineData>(), s.GetRequiredService<SentimentModels>()));
        return services;
    }
}
