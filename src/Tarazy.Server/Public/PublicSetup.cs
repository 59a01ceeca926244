using Microsoft.Extensions.Options;
using Tarazy.Notice;
using Tarazy.Server.Public.Appeals;
using Tarazy.Server.Public.Checked;
using Tarazy.Server.Public.Demands;
using Tarazy.Server.Public.Forms;
using Tarazy.Server.Public.Law;
using Tarazy.Server.Public.Law.Proofs;
using Tarazy.Server.Public.LogPages;
using Tarazy.Server.Public.Names;
using Tarazy.Server.Public.Notices;
using Tarazy.Server.Public.Register;

namespace Tarazy.Server.Public;

/// <summary>The pages that anybody may read: register, notices, log, and the appeal behind its link.</summary>
public static class PublicSetup
{
    public static IServiceCollection AddPublicPages(this IServiceCollection services)
    {
        services.AddOptions<PublicOptions>().BindConfiguration("Public").ValidateDataAnnotations().ValidateOnStart();
        services.AddRateLimiter(limits => limits
            .AddPolicy<string, FormLimit>(FormLimit.Name)
            .AddPolicy<string, CheckedLimit>(CheckedLimit.Name)
            .AddPolicy<string, CheckedLimit>(AgeProofPages.Limit));
        services.AddSingleton<FormLimit>();
        services.AddLawRecords();
        services.AddAgeProofs();
        services.AddSingleton<PublicNames>();
        services.AddSingleton<ChannelNames>();
        services.AddSingleton<CountFigures>();
        services.AddSingleton(s => new AppealTerms(
            s.GetRequiredService<IOptions<PublicOptions>>().Value.AppealDays, s.GetRequiredService<IOptions<NoticeOptions>>().Value.LongestAppeal));
        services.AddSingleton<ReadAppeal>();
        return services;
    }

    public static IEndpointRouteBuilder MapPublicPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        pages.MapRegister();
        pages.MapPublicNotices();
        pages.MapPublicDemands();
        pages.MapLogPage();
        pages.MapPublicAppeals();
        pages.MapChecked();
        pages.MapLaw();
        return routes;
    }
}
