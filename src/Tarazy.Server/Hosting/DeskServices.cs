using Tarazy.Demand;
using Tarazy.Demand.Answers;
using Tarazy.Demand.Linking;
using Tarazy.Detect;
using Tarazy.Detect.FactChecks;
using Tarazy.Detect.Labels;
using Tarazy.Ingest;
using Tarazy.Notice;
using Tarazy.Notice.Delivery;
using Tarazy.Notice.Opening;
using Tarazy.Notice.Sending;
using Tarazy.Policy.Law;
using Tarazy.Publish;
using Tarazy.Review;
using Tarazy.Server.Accounts;
using Tarazy.Storage;
using Tarazy.Storage.Contexts;

namespace Tarazy.Server.Hosting;

/// <summary>The desk as a whole: the stages in the order of the flow, and what each is told.</summary>
internal static class DeskServices
{
    /// <param name="database">SQLite file or PostgreSQL connection string; null for the file in the desk's folder.</param>
    public static IServiceCollection AddDesk(this IServiceCollection services, DeskFolder folder, string? database, IConfiguration settings)
    {
        services.AddStorage(new DatabaseOptions { Database = database ?? folder.Database });
        services.AddSingleton(folder);
        services.AddSingleton(PacksOf);
        services.AddSingleton(new DeskStandings(settings.GetSection("Desk:Standing").Get<string[]>() ?? []));

        services.AddIngest();
        services.AddDetect(DetectOptionsOf(folder, settings));
        services.AddFactChecks(settings.GetSection("FactChecks").Get<FactCheckOptions>() ?? new FactCheckOptions());
        services.AddLabels(LabelOptionsOf(folder, settings));
        services.AddReview(settings.GetSection("Review").Bind);
        services.AddNotice(folder.LinkSecret(), settings.GetSection("Notice").Bind);
        services.AddDemand();
        services.AddPublish(PublishOptionsOf(folder, settings));

        services.AddSingleton<ILabelDecisions, LabelDecisions>();
        services.AddSingleton<INoticedPosts, NoticedPosts>();
        services.AddSingleton<IReceipts, LogReceipts>();
        services.AddSingleton<IDemandReceipts, LogReceipts>();
        services.AddSingleton<IDemandedCases, DemandedCases>();
        if (settings.GetSection("Mail").Get<MailOptions>() is { } mail)
        {
            services.AddMailDelivery(mail);
        }

        services.AddSingleton<IDeskPart, AccountPart>();
        services.AddSingleton<AccountBook>();
        return services;
    }

    private static DetectOptions DetectOptionsOf(DeskFolder folder, IConfiguration settings)
    {
        var options = settings.GetSection("Detect").Get<DetectOptions>() ?? new DetectOptions();
        options.ArchiveFolder ??= Path.Combine(folder.Root, "tokens");
        return options;
    }

    private static LabelOptions LabelOptionsOf(DeskFolder folder, IConfiguration settings)
    {
        var options = settings.GetSection("Labels").Get<LabelOptions>() ?? new LabelOptions();
        options.Folder ??= Path.Combine(folder.Root, "models");
        return options;
    }

    private static PublishOptions PublishOptionsOf(DeskFolder folder, IConfiguration settings)
    {
        var options = settings.GetSection("Publish").Get<PublishOptions>() ?? new PublishOptions();
        options.Folder = folder.Log;
        options.KeyFile = folder.LogKey;
        return options;
    }

    /// <summary>A pack with a fault is left out, and the desk says so; nothing can rest on it then.</summary>
    private static Packs PacksOf(IServiceProvider services)
    {
        var load = Packs.Load(Path.Combine(DataFiles.Folder, "policies"));
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("Tarazy.Policy");
        foreach (var fault in load.Faults)
        {
            FaultLog.PackFault(log, fault.ToString());
        }

        return load.Packs;
    }
}
