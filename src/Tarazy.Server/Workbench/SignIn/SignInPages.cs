using Microsoft.AspNetCore.Authentication;
using Tarazy.Records.Cases;
using Tarazy.Records.Outcomes;
using Tarazy.Server.Accounts;
using Tarazy.Server.Web;

namespace Tarazy.Server.Workbench.SignIn;

/// <summary>Coming in by password or by a one-time link, and going out.</summary>
internal static class SignInPages
{
    /// <summary>Name of the rate limit on pages where secrets are typed.</summary>
    public const string Limit = "sign-in";

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(SignInForm.SignIn, (string? back) => Page.Of<SignInPage>(new SignInView(Inside(back)))).AllowAnonymous();
        routes.MapPost(SignInForm.SignIn, EnterAsync).AllowAnonymous().RequireRateLimiting(Limit);
        routes.MapPost(SignInForm.SignOut, (Delegate)LeaveAsync);
        routes.MapGet(SignInForm.Welcome, WelcomeAsync).AllowAnonymous().RequireRateLimiting(Limit);
        routes.MapPost(SignInForm.Welcome, AcceptAsync).AllowAnonymous().RequireRateLimiting(Limit);
    }

    private static async Task<IResult> EnterAsync(HttpContext http, AccountBook accounts, CancellationToken cancel)
    {
        var form = await http.Request.ReadFormAsync(cancel);
        var back = Inside(form[SignInForm.Back].ToString());
        var outcome = await accounts.SignInAsync(form[SignInForm.Alias].ToString(), form[SignInForm.Password].ToString(), cancel);
        if (!outcome.Ok)
        {
            var view = new SignInView(back, form[SignInForm.Alias].ToString(), outcome.Refusals);
            return Page.Of<SignInPage>(view, StatusCodes.Status422UnprocessableEntity);
        }

        await Accounts.SignIn.EnterAsync(http, outcome.Value);
        return Results.LocalRedirect(back);
    }

    private static async Task<IResult> LeaveAsync(HttpContext http)
    {
        await http.SignOutAsync();
        return Results.LocalRedirect("/");
    }

    /// <summary>Opening the link uses nothing up; only the button does.</summary>
    private static async Task<IResult> WelcomeAsync(string token, AccountBook accounts, CancellationToken cancel)
    {
        var account = await accounts.InvitedAsync(token, cancel);
        return Page.Of<WelcomePage>(
            new WelcomeView(token, account is null ? null : new ReviewerId(account.Alias)),
            account is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);
    }

    private static async Task<IResult> AcceptAsync(HttpContext http, string token, AccountBook accounts, CancellationToken cancel)
    {
        var form = await http.Request.ReadFormAsync(cancel);
        var password = form[SignInForm.Password].ToString();
        var outcome = password == form[SignInForm.Repeat].ToString()
            ? await accounts.AcceptAsync(token, password, cancel)
            : (Outcome<AccountRow>)new PasswordsDiffer();
        if (!outcome.Ok)
        {
            var account = await accounts.InvitedAsync(token, cancel);
            var view = new WelcomeView(token, account is null ? null : new ReviewerId(account.Alias), outcome.Refusals);
            return Page.Of<WelcomePage>(view, StatusCodes.Status422UnprocessableEntity);
        }

        await Accounts.SignIn.EnterAsync(http, outcome.Value);
        return Results.LocalRedirect(Desk.DeskAddress.Desk);
    }

    /// <summary>Only a path on this desk: a sign-in page must not send people elsewhere.</summary>
    private static string Inside(string? back) =>
        back is ['/', not ('/' or '\\'), ..] or ['/'] && !back.Contains('\\', StringComparison.Ordinal) ? back : Desk.DeskAddress.Desk;
}
