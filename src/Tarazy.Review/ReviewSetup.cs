using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Tarazy.Policy.Law;
using Tarazy.Records.Cases;
using Tarazy.Review.Cases;
using Tarazy.Review.Opening;
using Tarazy.Review.Queue;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;
using Tarazy.Storage.Feeds;

namespace Tarazy.Review;

public static class ReviewSetup
{
    /// <summary>The review stage: it reads the feed of findings and shows the feed of case events.</summary>
    public static IServiceCollection AddReview(this IServiceCollection services, Action<ReviewOptions>? configure = null)
    {
        services.AddOptions<ReviewOptions>().Configure(configure ?? (_ => { })).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IDeskPart, CasePart>();
        services.AddSingleton(s => new EventTable<CaseEvent>(
            CasePart.Events, s.GetRequiredService<IDbContextFactory<DeskContext>>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IFeed<Recorded<CaseEvent>>>(s => s.GetRequiredService<EventTable<CaseEvent>>());
        services.AddSingleton<CaseActions>();
        services.AddSingleton<IStageStep, OpenCases>();
        services.AddSingleton(s => new ReviewDesk(
            s.GetRequiredService<CaseActions>(), s.GetRequiredService<Packs>(), s.GetRequiredService<IOptions<ReviewOptions>>()));
        services.AddSingleton(s => new CaseQueue(
            s.GetRequiredService<IDbContextFactory<DeskContext>>(),
            s.GetRequiredService<EventTable<CaseEvent>>(),
            s.GetRequiredService<TimeProvider>()));
        return services;
    }
}
