using Microsoft.AspNetCore.Http.HttpResults;

namespace Tarazy.Server.Web.Errors;

/// <summary>The pages for “not here”, “not for you” and “our fault”, for people; an API caller keeps its empty or JSON answer.</summary>
internal static class ErrorPages
{
    public const string Prefix = "/error";

    public static string Route(int status) => FormattableString.Invariant($"{Prefix}/{status}");

    public static void MapErrorPages(this IEndpointRouteBuilder app) =>
        app.Map(Prefix + "/{status:int}", Show).DisableAntiforgery().AllowAnonymous().ExcludeFromDescription();

    private static RazorComponentResult<ErrorPage> Show(int status) =>
        Page.Of<ErrorPage>(new ErrorView(status is >= 400 and <= 599 ? status : StatusCodes.Status404NotFound), status is >= 400 and <= 599 ? status : StatusCodes.Status404NotFound);
}

/// <param name="Status">The HTTP status; words are found by it.</param>
public sealed record ErrorView(int Status);
