using System.Text;
using Microsoft.Extensions.Options;
using Tarazy.Notice;
using Tarazy.Publish.Register;
using Tarazy.Server.Public.Names;
using Tarazy.Server.Web;
using Published = Tarazy.Publish.Register;

namespace Tarazy.Server.Public.Register;

/// <summary>The register as a page and as files. The files take the same search.</summary>
internal static class RegisterPages
{
    private const int OnAPage = 50;
    private const int InAFeed = 50;

    /// <summary>Notices in one file at most; a link in its head leads to the rest.</summary>
    private const int InAFile = 10_000;
    private const int AtOnce = 200;

    public static void MapRegister(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(RegisterQuery.Register, ShowAsync);
        routes.MapGet(RegisterQuery.Csv, CsvAsync);
        routes.MapGet(RegisterQuery.Json, JsonAsync);
        routes.MapGet(RegisterQuery.Atom, AtomAsync);
    }

    private static async Task<IResult> ShowAsync(
        HttpRequest request,
        PublicRegister register,
        CountFigures figures,
        PublicNames names,
        ChannelNames channels,
        CancellationToken cancel)
    {
        var asked = RegisterAsked.Of(request.Query);
        var page = await register.PageAsync(asked.ToFilter(OnAPage), cancel);
        return Page.Of<RegisterPage>(
            BuildRegister.View(asked, page, await figures.NowAsync(cancel), names, await CalledAsync(page.Lines, channels, cancel)));
    }

    private static async Task<IResult> CsvAsync(HttpContext http, PublicRegister register, CancellationToken cancel)
    {
        var asked = RegisterAsked.Of(http.Request.Query);
        var file = await GatherAsync(register, asked, cancel);
        LeadOn(http.Response, RegisterQuery.Csv, asked, file.Next);
        return Results.Text(RegisterCsv.Write(file.Lines), "text/csv; header=present", Encoding.UTF8);
    }

    private static async Task<IResult> JsonAsync(HttpContext http, PublicRegister register, CancellationToken cancel)
    {
        var asked = RegisterAsked.Of(http.Request.Query);
        var file = await GatherAsync(register, asked, cancel);
        LeadOn(http.Response, RegisterQuery.Json, asked, file.Next);
        return Results.Bytes(RegisterJson.Write(file), "application/json");
    }

    private static async Task<IResult> AtomAsync(
        HttpContext http,
        PublicRegister register,
        PublicNames names,
        ChannelNames channels,
        IOptions<NoticeOptions> desk,
        CancellationToken cancel)
    {
        var asked = RegisterAsked.Of(http.Request.Query) with { After = null };
        var page = await register.PageAsync(asked.ToFilter(InAFeed), cancel);
        var called = await CalledAsync(page.Lines, channels, cancel);
        http.Response.Headers.CacheControl = "no-cache";
        var lines = page.Lines.Select(l => (l, BuildRegister.TitleOf(l, names, called) ?? names.Sealed)).ToList();
        var query = asked.Query(null);
        return Results.Bytes(
            RegisterAtom.Write(new AtomHead(desk.Value.PublicAddress, query, names.Register, desk.Value.DeskName), lines),
            "application/atom+xml; charset=utf-8");
    }

    private static Task<IReadOnlyDictionary<string, string>> CalledAsync(
        IReadOnlyList<Published.RegisterLine> lines, ChannelNames channels, CancellationToken cancel) =>
        channels.OfAsync(lines.Where(l => l.Subject is not null).Select(l => l.Subject!.Channel), cancel);

    private static async Task<Published.RegisterPage> GatherAsync(PublicRegister register, RegisterAsked asked, CancellationToken cancel)
    {
        var lines = new List<Published.RegisterLine>();
        var filter = asked.ToFilter(AtOnce);
        while (true)
        {
            var page = await register.PageAsync(filter, cancel);
            lines.AddRange(page.Lines);
            if (page.Next is null || lines.Count >= InAFile)
            {
                return page with { Lines = lines };
            }

            filter = filter with { Before = page.Next };
        }
    }

    private static void LeadOn(HttpResponse response, string route, RegisterAsked asked, long? next)
    {
        // A seal opens, an erasure closes: nobody keeps an old copy for us.
        response.Headers.CacheControl = "no-cache";
        if (next is not null)
        {
            response.Headers.Link = $"<{route}?{asked.Query(next)}>; rel=\"next\"";
        }
    }
}
