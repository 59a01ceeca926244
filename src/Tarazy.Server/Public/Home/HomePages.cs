using Tarazy.Server.Web;

namespace Tarazy.Server.Public.Home;

/// <summary>What the desk is and what it never does.</summary>
internal static class HomePages
{
    public static void MapHome(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", () => Page.Of<HomePage>(new HomeView())).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/appeal", () => Page.Of<AppealAboutPage>(new HomeView())).AllowAnonymous().ExcludeFromDescription();
    }
}

/// <summary>Nothing but words.</summary>
public sealed record HomeView;
