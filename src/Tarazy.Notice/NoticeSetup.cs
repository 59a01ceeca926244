using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Tarazy.Notice.Appeals;
using Tarazy.Notice.Delivery;
using Tarazy.Notice.Notices;
using Tarazy.Notice.Opening;
using Tarazy.Notice.Sending;
using Tarazy.Notice.Shelf;
using Tarazy.Notice.Signing;
using Tarazy.Policy.Law;
using Tarazy.Records.Notices;
using Tarazy.Storage.Contexts;
using Tarazy.Storage.Events;
using Tarazy.Storage.Feeds;

namespace Tarazy.Notice;

public static class NoticeSetup
{
    /// <summary>
    /// The notice stage: it reads the feed of case events and shows the feed of notice events. The host brings
    /// <see cref="INoticedPosts"/>, <see cref="IReceipts"/> and, where mail is set up, an <see cref="IMailCarrier"/>.
    /// </summary>
    /// <param name="linkSecret">At least 32 bytes that one-time links are derived from.</param>
    public static IServiceCollection AddNotice(
        this IServiceCollection services, ReadOnlyMemory<byte> linkSecret, Action<NoticeOptions>? configure = null)
    {
        services.AddOptions<NoticeOptions>().Configure(configure ?? (_ => { })).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IDeskPart, NoticePart>();
        services.AddSingleton(s => new EventTable<NoticeEvent>(
            NoticePart.Events, s.GetRequiredService<IDbContextFactory<DeskContext>>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IFeed<Recorded<NoticeEvent>>>(s => s.GetRequiredService<EventTable<NoticeEvent>>());
        services.AddSingleton(new AppealLinks(linkSecret));
        services.AddSingleton<NoticeActions>();
        services.AddSingleton<NoticeClocks>();
        services.AddSingleton<EntryCheck>();
        services.AddSingleton<IStageStep, DraftNotices>();
        services.AddSingleton(s => new SendingDesk(
            s.GetRequiredService<NoticeActions>(),
            s.GetRequiredService<EntryCheck>(),
            s.GetRequiredService<NoticeClocks>(),
            s.GetService<IMailCarrier>(),
            s.GetRequiredService<IOptions<NoticeOptions>>(),
            s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new LetterDesk(
            s.GetRequiredService<Packs>(),
            s.GetRequiredService<INoticedPosts>(),
            s.GetRequiredService<AppealLinks>(),
            s.GetRequiredService<IOptions<NoticeOptions>>()));
        services.AddSingleton(s => new NoticeDesk(
            s.GetRequiredService<NoticeActions>(),
            s.GetRequiredService<SendingDesk>(),
            s.GetRequiredService<LetterDesk>(),
            s.GetRequiredService<IOptions<NoticeOptions>>()));
        services.AddSingleton(s => new NoticeShelf(
            s.GetRequiredService<IDbContextFactory<DeskContext>>(), s.GetRequiredService<EventTable<NoticeEvent>>()));
        return services;
    }
}
