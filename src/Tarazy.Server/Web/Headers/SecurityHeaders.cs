namespace Tarazy.Server.Web.Headers;

/// <summary>What every answer carries. The policy has no exceptions: no inline style or script, nothing from anywhere else.</summary>
internal static class SecurityHeaders
{
    public const string ContentSecurityPolicy =
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    // Set when the answer starts, because an error page begins with the headers cleared.
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            Set(http);
            return Task.CompletedTask;
        });
        return next(http);
    });

    private static void Set(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), browsing-topics=()";

        // What a reviewer sees stays out of every cache, the browser's own included.
        if (http.Request.Path.StartsWithSegments("/desk", StringComparison.Ordinal))
        {
            headers.CacheControl = "no-store";
        }
    }
}
