using Microsoft.AspNetCore.Localization;

namespace Tarazy.Server.Web.Culture;

/// <summary>
/// Language and theme are links, so that they can be chosen without script: <c>?lang=kk</c>, <c>?theme=dark</c>. A cookie keeps
/// the choice. They change nothing but the look, which is why a plain GET may set them.
/// </summary>
internal static class ChoiceCookies
{
    public const string ThemeCookie = "tarazy.theme";

    public const string ThemeQuery = "theme";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public static void UseChoiceCookies(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.Request.Query[Languages.Query] is [{ } language] && Languages.Has(language))
        {
            Keep(http, Languages.Cookie, language);
        }

        if (http.Request.Query[ThemeQuery] is [{ } theme] && theme is "light" or "dark" or "auto")
        {
            Keep(http, ThemeCookie, theme);

            // A page of an error is another request without this query.
            http.Items[ThemeCookie] = theme;
        }

        return next(http);
    });

    /// <summary>The language of the cookie, as the localisation middleware asks for it.</summary>
    public static Task<ProviderCultureResult?> FromCookie(HttpContext http) =>
        Task.FromResult(http.Request.Cookies[Languages.Cookie] is { } code && Languages.Has(code) ? new ProviderCultureResult(code) : null);

    /// <summary><c>light</c> or <c>dark</c> when somebody chose; null to follow the system.</summary>
    public static string? ThemeOf(HttpContext? http)
    {
        var chosen = http?.Items[ThemeCookie] as string ?? http?.Request.Cookies[ThemeCookie];
        return chosen is "light" or "dark" ? chosen : null;
    }

    private static void Keep(HttpContext http, string name, string value) => http.Response.Cookies.Append(name, value, new CookieOptions
    {
        MaxAge = Kept,
        SameSite = SameSiteMode.Lax,
        HttpOnly = true,
        Secure = http.Request.IsHttps,
        IsEssential = true,
    });
}
