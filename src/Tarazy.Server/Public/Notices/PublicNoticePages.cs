using Tarazy.Publish.Logs;
using Tarazy.Publish.Register;
using Tarazy.Server.Public.Log;
using Tarazy.Server.Public.LogPages;
using Tarazy.Server.Public.Names;
using Tarazy.Server.Public.Register;
using Tarazy.Server.Web;

namespace Tarazy.Server.Public.Notices;

/// <summary>One notice, and the receipt of its entries.</summary>
internal static class PublicNoticePages
{
    public static void MapPublicNotices(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(RegisterQuery.Notice, ShowAsync);
        routes.MapGet(RegisterQuery.Receipt, LogEndpoints.ReceiptOfAsync);
    }

    private static async Task<IResult> ShowAsync(
        string number, PublicRegister register, IPublicLog log, PublicNames names, ChannelNames channels, CancellationToken cancel)
    {
        if (!LogEndpoints.IsNumber(number) || await register.FindAsync(number, cancel) is not { } notice)
        {
            return Results.NotFound();
        }

        var channel = notice.Line.Subject is { } subject ? await channels.OfAsync(subject.Channel, cancel) : null;
        var newest = await register.LatestAsync(1, cancel);
        return Page.Of<PublicNoticePage>(
            BuildPublicNotice.From(notice, channel, BuildLog.CheckpointOf(log, newest), log.VerifierKey, names));
    }
}
