using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tarazy.Server.Public.Home;
using Tarazy.Server.Web.Culture;
using Tarazy.Server.Web.Errors;
using Tarazy.Server.Web.Headers;

namespace Tarazy.Server.Web;

/// <summary>The shell that every page stands in: languages, headers, static files, error pages.</summary>
public static class WebSetup
{
    public static IServiceCollection AddTarazyWeb(this IServiceCollection services)
    {
        services.AddOptions<WebOptions>().BindConfiguration("Web").ValidateDataAnnotations().ValidateOnStart();
        services.AddRazorComponents();
        services.AddLocalization();
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "tarazy.form";
            o.FormFieldName = "form-token";
            o.Cookie.SameSite = SameSiteMode.Strict;
        });

        // Kazakh and Russian are written as they are, not as numeric references: half the bytes, and a source people can read.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<DeskDates>();
        services.Configure<RequestLocalizationOptions>(o =>
        {
            o.DefaultRequestCulture = new RequestCulture(Languages.All[0]);
            o.SupportedCultures = Languages.All;
            o.SupportedUICultures = Languages.All;
            o.FallBackToParentCultures = true;
            o.RequestCultureProviders =
            [
                new QueryStringRequestCultureProvider { QueryStringKey = Languages.Query, UIQueryStringKey = Languages.Query },
                new CustomRequestCultureProvider(ChoiceCookies.FromCookie),
                new AcceptLanguageHeaderRequestCultureProvider(),
            ];
        });
        return services;
    }

    /// <summary>Goes before authentication and every endpoint, so that refusals by those are shown in the same look.</summary>
    public static WebApplication UseTarazyWeb(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseChoiceCookies();
        app.UseRequestLocalization();
        app.UseExceptionHandler(ErrorPages.Route(StatusCodes.Status500InternalServerError));
        app.UseStatusCodePagesWithReExecute(ErrorPages.Prefix + "/{0}");
        return app;
    }

    /// <summary>Static files, error pages, and the pages that need no data. The others are mapped beside the code that feeds them.</summary>
    public static WebApplication MapTarazyPages(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapErrorPages();
        app.MapHome();
        return app;
    }
}
