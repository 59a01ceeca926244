using Microsoft.AspNetCore.Antiforgery;

namespace Tarazy.Server.Web.Forms;

/// <summary>
/// Nothing is changed without the token of a form that this desk has shown. The framework asks only where a parameter is bound from a
/// form; here every request that changes something is asked, whoever reads its fields, unless its endpoint says with
/// <c>DisableAntiforgery</c> that programs speak to it.
/// </summary>
internal static class FormTokens
{
    /// <summary>Goes behind routing and sign-in, and before the framework's own check: a form that it has refused can no longer be read.</summary>
    public static IApplicationBuilder UseFormTokens(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (MustCarryOne(http) && !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await next(http);
    });

    private static bool MustCarryOne(HttpContext http)
    {
        var method = http.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method))
        {
            return false;
        }

        return http.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is not { RequiresValidation: false };
    }
}
