using System.Text;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Tarazy.Notice;
using Tarazy.Publish.Demands;
using Tarazy.Publish.Logs;
using Tarazy.Server.Public.Log;
using Tarazy.Server.Public.Register;
using Tarazy.Server.Web;

namespace Tarazy.Server.Public.Demands;

/// <summary>The demands as a page and as files, one demand, and the receipt of its entries.</summary>
internal static class PublicDemandPages
{
    private const int OnAPage = 50;
    private const int InAFile = 200;

    public static void MapPublicDemands(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(DemandQuery.List, ListAsync);
        routes.MapGet(DemandQuery.Show, ShowAsync);
        routes.MapGet(DemandQuery.Receipt, LogEndpoints.ReceiptOfAsync);
        routes.MapGet(DemandQuery.Csv, CsvAsync);
        routes.MapGet(DemandQuery.Json, JsonAsync);
        routes.MapGet(DemandQuery.Atom, AtomAsync);
    }

    private static async Task<IResult> ListAsync(HttpRequest request, PublicDemands demands, CancellationToken cancel)
    {
        var asked = DemandQuery.Of(request.Query);
        return Page.Of<PublicDemandsPage>(
            new PublicDemandsView(asked, await demands.PageAsync(asked.Filter(OnAPage), cancel), await demands.CountAsync(cancel)));
    }

    private static async Task<IResult> ShowAsync(string number, PublicDemands demands, IPublicLog log, CancellationToken cancel) =>
        LogEndpoints.IsNumber(number) && await demands.FindAsync(number, cancel) is { } demand
            ? Page.Of<PublicDemandPage>(new PublicDemandView(demand, log.VerifierKey))
            : Results.NotFound();

    private static async Task<IResult> CsvAsync(HttpContext http, PublicDemands demands, CancellationToken cancel)
    {
        var page = await FileAsync(http, DemandQuery.Csv, demands, cancel);
        return Results.Text(DemandFiles.Csv(page.Lines), "text/csv; header=present", Encoding.UTF8);
    }

    private static async Task<IResult> JsonAsync(HttpContext http, PublicDemands demands, CancellationToken cancel) =>
        Results.Bytes(DemandFiles.Json(await FileAsync(http, DemandQuery.Json, demands, cancel)), "application/json");

    private static async Task<IResult> AtomAsync(
        HttpContext http, PublicDemands demands, IStringLocalizer<Texts> texts, IOptions<NoticeOptions> desk, CancellationToken cancel)
    {
        var asked = DemandQuery.Of(http.Request.Query) with { After = null };
        var page = await demands.PageAsync(asked.Filter(OnAPage), cancel);
        http.Response.Headers.CacheControl = "no-cache";
        var entries = page.Lines.Select(l => new AtomEntry(
            RegisterQuery.To(DemandQuery.Show, l.Number),
            $"{l.Number}. {DemandTitle.Of(l, texts)}",
            l.ReceivedAt,
            l.AnsweredAt ?? l.ReceivedAt));
        return Results.Bytes(
            AtomFeed.Write(
                new AtomHead(desk.Value.PublicAddress, asked.Text(null), texts["demands"], desk.Value.DeskName), DemandQuery.Atom, DemandQuery.List, [.. entries]),
            "application/atom+xml; charset=utf-8");
    }

    /// <summary>One page of a file; a link in its head leads to the rest.</summary>
    private static async Task<DemandPage> FileAsync(HttpContext http, string route, PublicDemands demands, CancellationToken cancel)
    {
        var asked = DemandQuery.Of(http.Request.Query);
        var page = await demands.PageAsync(asked.Filter(InAFile), cancel);

        // A seal opens, an erasure closes: nobody keeps an old copy for us.
        http.Response.Headers.CacheControl = "no-cache";
        if (page.Next is not null)
        {
            http.Response.Headers.Link = $"<{route}?{asked.Text(page.Next)}>; rel=\"next\"";
        }

        return page;
    }
}

public sealed record PublicDemandsView(DemandQuery Query, DemandPage Page, DemandFigures Figures);

public sealed record PublicDemandView(RegisteredDemand Demand, string? Key);

/// <summary>What a demand is called.</summary>
internal static class DemandTitle
{
    public static string Of(DemandLine line, IStringLocalizer<Texts> texts) => line switch
    {
        { ErasedAt: not null } => texts["erased"],
        { Asked: { } asked } => $"{texts[$"kind.{FormNames.Of(asked.Kind)}"]}: {asked.Issuer}",
        _ => texts["sealed"],
    };
}
