using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Tarazy.Records.Cases;

namespace Tarazy.Server.Accounts;

/// <summary>The sign-in cookie: alias, roles and the stamp that ends it when the password changes.</summary>
internal static class SignIn
{
    private const string StampClaim = "stamp";
    private const string LanguageClaim = "reads";

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "tarazy";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.LoginPath = "/sign-in";
            cookie.AccessDeniedPath = "/error/403";
            cookie.ReturnUrlParameter = "back";
            cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
            cookie.SlidingExpiration = true;
            cookie.Events.OnValidatePrincipal = StillGoodAsync;
        });
        services.AddAuthorizationBuilder()
            .AddPolicy(Roles.Reviewer, policy => policy.RequireRole(Roles.Reviewer))
            .AddPolicy(Roles.SecondReader, policy => policy.RequireRole(Roles.Reviewer, Roles.SecondReader))
            .AddPolicy(Roles.Ombudsperson, policy => policy.RequireRole(Roles.Ombudsperson))
            .AddPolicy(Roles.Admin, policy => policy.RequireRole(Roles.Admin));
        return services;
    }

    public static Task EnterAsync(HttpContext http, AccountRow account)
    {
        var identity = new ClaimsIdentity(CookieAuthenticationDefaults.AuthenticationScheme);
        identity.AddClaim(new Claim(ClaimTypes.Name, account.Alias));
        identity.AddClaim(new Claim(StampClaim, account.Stamp));
        identity.AddClaims(Split(account.Roles).Select(role => new Claim(ClaimTypes.Role, role)));
        identity.AddClaims(Split(account.Languages).Select(language => new Claim(LanguageClaim, language)));
        return http.SignInAsync(new ClaimsPrincipal(identity));
    }

    /// <summary>The alias that acts in this request.</summary>
    public static ReviewerId Reviewer(this ClaimsPrincipal user) => new(
        user.Identity?.Name ?? throw new InvalidOperationException("Nobody is signed in; the endpoint lacks its policy."));

    public static IReadOnlyList<string> Split(string list) =>
        list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static async Task StillGoodAsync(CookieValidatePrincipalContext context)
    {
        var accounts = context.HttpContext.RequestServices.GetRequiredService<AccountBook>();
        var alias = context.Principal?.Identity?.Name ?? "";
        var row = await accounts.FindAsync(alias, context.HttpContext.RequestAborted);
        if (row is null || row.Disabled || !string.Equals(row.Stamp, context.Principal?.FindFirstValue(StampClaim), StringComparison.Ordinal))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync();
        }
    }
}
