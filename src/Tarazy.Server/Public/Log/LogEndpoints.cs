using System.Text;
using Microsoft.Net.Http.Headers;
using Tarazy.Publish.Logs;
using Tarazy.Publish.Receipts;
using Tarazy.TransparencyLog.Receipts;
using Tarazy.TransparencyLog.Tiles;

namespace Tarazy.Server.Public.Log;

/// <summary>The log on the wire (C2SP tlog-tiles), and receipts to take away.</summary>
internal static class LogEndpoints
{
    private const string Forever = "public, max-age=31536000, immutable";
    private const string Seconds = "public, max-age=5";
    private const string Plain = "text/plain; charset=utf-8";
    private const int LongestNumber = 40;

    public static IEndpointRouteBuilder MapLog(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/log/checkpoint", Checkpoint);
        routes.MapGet("/log/vkey", Key);
        routes.MapGet("/log/tile/{**rest}", Tile);
        routes.MapGet("/receipts/{file}", ReceiptAsync);
        return routes;
    }

    private static IResult Checkpoint(IPublicLog log, HttpResponse response)
    {
        if (log.Checkpoint() is not { } checkpoint)
        {
            return Missing(response, "The log has no checkpoint yet.");
        }

        response.Headers.CacheControl = Seconds;
        return Results.Text(checkpoint.ToString(), Plain);
    }

    private static IResult Key(IPublicLog log, HttpResponse response)
    {
        if (log.VerifierKey is not { } key)
        {
            return Missing(response, "The log has no key yet.");
        }

        response.Headers.CacheControl = Seconds;
        return Results.Text(key + "\n", Plain);
    }

    private static IResult Tile(string? rest, IPublicLog log, HttpRequest request, HttpResponse response)
    {
        // The path as it came: the router has decoded it, and a tile has one spelling only.
        if (TilePath.Parse($"tile/{rest}") is not { } path || request.Path.Value != $"/log/{path}")
        {
            return Missing(response, "That is not the name of a tile.");
        }

        if (log.ReadTile(path) is not { } tile)
        {
            return Missing(response, "The published checkpoint does not cover that tile.");
        }

        // What a checkpoint covers never changes.
        response.Headers.CacheControl = Forever;
        return Results.Bytes(tile, "application/octet-stream");
    }

    private static Task<IResult> ReceiptAsync(string file, IEntryReceipts receipts, HttpResponse response, CancellationToken cancel)
    {
        const string Ending = ".json";
        return ReceiptOfAsync(file.EndsWith(Ending, StringComparison.Ordinal) ? file[..^Ending.Length] : "", receipts, response, cancel);
    }

    /// <summary>What people call a notice, before it is looked for.</summary>
    internal static bool IsNumber(string number) =>
        number.Length is > 0 and <= LongestNumber && number.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    /// <summary>The receipt of one notice; it has a second address beside the notice's page.</summary>
    internal static async Task<IResult> ReceiptOfAsync(string number, IEntryReceipts receipts, HttpResponse response, CancellationToken cancel)
    {
        if (!IsNumber(number))
        {
            return Missing(response, "That is not the number of a notice.");
        }

        if (await receipts.ForNumberAsync(number, cancel) is not { } receipt)
        {
            return Missing(response, $"There is no receipt for {number}: nothing is in the log under that number, or the log does not go on.");
        }

        // A seal opens, an erasure closes, and new entries come: nobody keeps an old one for us.
        response.Headers.CacheControl = "no-cache";
        response.Headers[HeaderNames.ContentDisposition] = $"attachment; filename=\"{number}.json\"";
        return Results.Bytes(ReceiptFile.Write(receipt), "application/json");
    }

    private static IResult Missing(HttpResponse response, string says)
    {
        response.Headers.CacheControl = "no-store";
        return Results.Text(says + "\n", Plain, Encoding.UTF8, StatusCodes.Status404NotFound);
    }
}
