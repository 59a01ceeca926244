using Tarazy.Records.Cases;
using Tarazy.Records.Outcomes;
using Tarazy.Server.Accounts;
using Tarazy.Server.Web;

namespace Tarazy.Server.Workbench.People;

/// <summary>The people of the desk, for its administrators.</summary>
internal sealed class PeoplePages(AccountBook accounts, TimeProvider clock)
{
    private static readonly string[] Languages = ["kk", "ru", "uz", "uk", "ky", "tg", "en"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        var admin = routes.MapGroup("").RequireAuthorization(Roles.Admin);
        admin.MapGet(PeopleForm.People, (PeoplePages pages, CancellationToken cancel) => pages.ShowAsync(null, null, "", cancel));
        admin.MapPost(PeopleForm.People, (HttpContext http, PeoplePages pages, CancellationToken cancel) => pages.AddAsync(http, cancel));
        admin.MapPost(PeopleForm.NewLink, (HttpContext http, PeoplePages pages, string alias, CancellationToken cancel) =>
            pages.NewLinkAsync(http, alias, cancel));
        admin.MapPost(PeopleForm.Suspend, (HttpContext http, PeoplePages pages, string alias, CancellationToken cancel) =>
            pages.SuspendAsync(http, alias, cancel));
    }

    private async Task<IResult> AddAsync(HttpContext http, CancellationToken cancel)
    {
        var form = await http.Request.ReadFormAsync(cancel);
        var name = form[PeopleForm.Name].ToString().Trim();
        var roles = form[PeopleForm.Role].OfType<string>().Intersect(Roles.All, StringComparer.Ordinal).ToList();
        var reads = form[PeopleForm.Language].OfType<string>().Intersect(Languages, StringComparer.Ordinal).ToList();
        if (name.Length is 0 or > 100 || roles.Count == 0)
        {
            return await ShowAsync(null, [new PersonNeedsRole()], name, cancel);
        }

        var (alias, token) = await accounts.InviteAsync(name, roles, reads, cancel);
        return await ShowAsync(Link(http, alias, token), null, "", cancel);
    }

    private async Task<IResult> NewLinkAsync(HttpContext http, string alias, CancellationToken cancel) =>
        await accounts.InviteAgainAsync(alias, cancel) is { } token
            ? await ShowAsync(Link(http, alias, token), null, "", cancel)
            : Results.NotFound();

    private async Task<IResult> SuspendAsync(HttpContext http, string alias, CancellationToken cancel)
    {
        var form = await http.Request.ReadFormAsync(cancel);
        var outcome = await accounts.SuspendAsync(alias, form[PeopleForm.Again] != "yes", cancel);
        return outcome.Ok ? Results.Redirect(PeopleForm.People) : await ShowAsync(null, outcome.Refusals, "", cancel);
    }

    private NewLinkView Link(HttpContext http, string alias, string token) => new(
        new ReviewerId(alias),
        $"{http.Request.Scheme}://{http.Request.Host}/welcome/{token}",
        clock.GetUtcNow() + AccountBook.InvitationFor);

    private async Task<IResult> ShowAsync(NewLinkView? link, IReadOnlyList<Refusal>? refusals, string name, CancellationToken cancel)
    {
        var people = await accounts.ListAsync(cancel);
        var view = new PeopleView([.. people.Select(Person)], Languages, link, refusals, name);
        return Page.Of<PeoplePage>(view, refusals is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static PersonView Person(AccountRow row) => new(
        new ReviewerId(row.Alias),
        row.Name,
        Accounts.SignIn.Split(row.Languages),
        Accounts.SignIn.Split(row.Roles),
        row.Disabled ? PersonState.Suspended : row.PasswordHash is null ? PersonState.Invited : PersonState.Active,
        row.LastSeen);
}
