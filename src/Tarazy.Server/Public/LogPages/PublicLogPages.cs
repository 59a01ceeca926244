using Tarazy.Publish.Logs;
using Tarazy.Publish.Register;
using Tarazy.Server.Web;

namespace Tarazy.Server.Public.LogPages;

/// <summary>The page of the log; <c>/log/checkpoint</c> and the tiles are mapped with the log on the wire.</summary>
internal static class PublicLogPages
{
    private const int Newest = 20;

    public static void MapLogPage(this IEndpointRouteBuilder routes) => routes.MapGet("/log", ShowAsync);

    private static async Task<IResult> ShowAsync(IPublicLog log, PublicRegister register, CancellationToken cancel) =>
        Page.Of<LogPage>(BuildLog.From(log, await register.LatestAsync(Newest, cancel)));
}
