using System.Threading.RateLimiting;
using Tarazy.Server.Workbench.Appeals;
using Tarazy.Server.Workbench.Cases;
using Tarazy.Server.Workbench.Channels;
using Tarazy.Server.Workbench.Decide;
using Tarazy.Server.Workbench.Demands;
using Tarazy.Server.Workbench.Desk;
using Tarazy.Server.Workbench.FactChecks;
using Tarazy.Server.Workbench.Imports;
using Tarazy.Server.Workbench.Labels;
using Tarazy.Server.Workbench.Measures;
using Tarazy.Server.Workbench.Notices;
using Tarazy.Server.Workbench.People;
using Tarazy.Server.Workbench.Queue;
using Tarazy.Server.Workbench.Rules;
using Tarazy.Server.Workbench.SignIn;

namespace Tarazy.Server.Workbench;

/// <summary>The area of the people who work here. Everything in it needs a sign-in; each act names the role it needs.</summary>
internal static class WorkbenchSetup
{
    private const int SignInsAMinute = 20;

    public static IServiceCollection AddWorkbench(this IServiceCollection services)
    {
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy(SignInPages.Limit, http => RateLimitPartition.GetTokenBucketLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = SignInsAMinute,
                    TokensPerPeriod = SignInsAMinute,
                    ReplenishmentPeriod = TimeSpan.FromMinutes(1),
                }));
        });
        services.AddScoped<RuleWords>();
        services.AddScoped<BuildQueue>();
        services.AddScoped<BuildRetellings>();
        services.AddScoped<BuildChecks>();
        services.AddScoped<BuildCase>();
        services.AddScoped<BuildDecision>();
        services.AddScoped<BuildDesk>();
        services.AddScoped<NextCase>();
        services.AddScoped<DecidePages>();
        services.AddScoped<NoticeEntries>();
        services.AddScoped<BuildNotice>();
        services.AddScoped<NoticePages>();
        services.AddScoped<AppealPages>();
        services.AddScoped<MeasureDeskPages>();
        services.AddScoped<BuildDemand>();
        services.AddScoped<DemandPages>();
        services.AddScoped<TypedDemands>();
        services.AddScoped<PeoplePages>();
        services.AddScoped<ChannelPages>();
        return services;
    }

    public static IEndpointRouteBuilder MapWorkbench(this IEndpointRouteBuilder routes)
    {
        routes.MapSignIn();
        var desk = routes.MapGroup("").RequireAuthorization().ExcludeFromDescription();
        desk.MapDesk();
        desk.MapCases();
        DecidePages.Map(desk);
        NoticePages.Map(desk);
        AppealPages.Map(desk);
        MeasureDeskPages.Map(desk);
        CompetingDeskPages.Map(desk);
        DemandPages.Map(desk);
        PeoplePages.Map(desk);
        ChannelPages.Map(desk);
        desk.MapFactChecks();
        desk.MapRules();
        desk.MapLabels();
        desk.MapImports();
        return routes;
    }
}
