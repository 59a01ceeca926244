using Microsoft.AspNetCore.Http.HttpResults;
using System.Globalization;
using Tarazy.Publish.StateMeasures;
using Tarazy.Records.Outcomes;
using Tarazy.Server.Accounts;
using Tarazy.Server.Web;

namespace Tarazy.Server.Workbench.Measures;

/// <summary>The register of state measures for its administrators: add, revise, withdraw, and answer a release that says otherwise.</summary>
internal sealed class MeasureDeskPages(MeasureBook book)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var admin = routes.MapGroup("").RequireAuthorization(Roles.Admin);
        admin.MapGet(MeasureForm.List, (MeasureDeskPages pages, CancellationToken cancel) => pages.ListAsync(cancel));
        admin.MapGet(MeasureForm.Add, () => Page.Of<MeasureEditPage>(new MeasureEditView(null, MeasureDraft.Empty)));
        admin.MapPost(MeasureForm.Add, (HttpContext http, MeasureDeskPages pages, CancellationToken cancel) => pages.AddAsync(http, cancel));
        admin.MapGet(MeasureForm.Edit, (string id, string? saved, MeasureDeskPages pages, CancellationToken cancel) => pages.EditAsync(id, saved is not null, cancel));
        admin.MapPost(MeasureForm.Edit, (HttpContext http, string id, MeasureDeskPages pages, CancellationToken cancel) => pages.ReviseAsync(http, id, cancel));
        admin.MapPost(MeasureForm.Withdraw, (HttpContext http, string id, MeasureDeskPages pages, CancellationToken cancel) => pages.EndAsync(
            http, id, (version, reason) => pages.Book.WithdrawAsync(new WithdrawMeasure(id, version, reason, http.User.Reviewer()), cancel), cancel));
        admin.MapPost(MeasureForm.Keep, (HttpContext http, string id, MeasureDeskPages pages, CancellationToken cancel) => pages.EndAsync(
            http, id, (version, reason) => pages.Book.KeepAsync(new KeepMeasure(id, version, reason, http.User.Reviewer()), cancel), cancel));
    }

    private MeasureBook Book => book;

    private async Task<IResult> ListAsync(CancellationToken cancel)
    {
        var shelf = await book.ReadAsync(cancel);
        return Page.Of<MeasureListPage>(new MeasureListView(
            [.. shelf.All.OrderByDescending(state => state.ShippedDiffers).ThenBy(state => state.Record.Id, StringComparer.Ordinal)]));
    }

    private async Task<IResult> EditAsync(string id, bool saved, CancellationToken cancel) => (await book.ReadAsync(cancel)).Find(id) is { } state
        ? Page.Of<MeasureEditPage>(new MeasureEditView(state, MeasureDraft.Of(state.Record), Version: state.Version, Saved: saved))
        : Results.NotFound();

    private async Task<IResult> AddAsync(HttpContext http, CancellationToken cancel)
    {
        var form = await http.Request.ReadFormAsync(cancel);
        var draft = ReadMeasureForm.Draft(form, null);
        var read = ReadMeasureForm.Read(draft);
        if (!read.Ok)
        {
            return Refused(new MeasureEditView(null, draft, Refusals: read.Refusals));
        }

        if (form[MeasureForm.Act] != MeasureForm.Save)
        {
            return Page.Of<MeasureEditPage>(new MeasureEditView(null, draft, Proposed: read.Value));
        }

        var outcome = await book.AddAsync(new AddMeasure(read.Value, draft.Reason, http.User.Reviewer()), cancel);
        return outcome.Ok ? Saved(read.Value.Id) : Refused(new MeasureEditView(null, draft, Refusals: outcome.Refusals));
    }

    private async Task<IResult> ReviseAsync(HttpContext http, string id, CancellationToken cancel)
    {
        if ((await book.ReadAsync(cancel)).Find(id) is not { } state)
        {
            return Results.NotFound();
        }

        var form = await http.Request.ReadFormAsync(cancel);
        var draft = ReadMeasureForm.Draft(form, id);
        var version = VersionOf(form);
        var read = ReadMeasureForm.Read(draft);
        if (!read.Ok)
        {
            return Refused(new MeasureEditView(state, draft, version, Refusals: read.Refusals));
        }

        if (form[MeasureForm.Act] != MeasureForm.Save)
        {
            return Page.Of<MeasureEditPage>(new MeasureEditView(state, draft, version, Proposed: read.Value));
        }

        var outcome = await book.ReviseAsync(new ReviseMeasure(read.Value, version, draft.Reason, http.User.Reviewer()), cancel);
        return outcome.Ok ? Saved(id) : await RefusedAsync(id, draft, version, outcome.Refusals, cancel);
    }

    private async Task<IResult> EndAsync(
        HttpContext http, string id, Func<int, string, Task<Outcome<MeasureState>>> act, CancellationToken cancel)
    {
        var form = await http.Request.ReadFormAsync(cancel);
        var outcome = await act(VersionOf(form), form[MeasureForm.Reason].ToString());
        if (outcome.Ok)
        {
            return Saved(id);
        }

        return (await book.ReadAsync(cancel)).Find(id) is { } state
            ? await RefusedAsync(id, MeasureDraft.Of(state.Record) with { Reason = form[MeasureForm.Reason].ToString() }, VersionOf(form), outcome.Refusals, cancel)
            : Results.NotFound();
    }

    /// <summary>Where somebody else was faster, the words stay in the form, what changed stands above it, and saving again is on the new version.</summary>
    private async Task<IResult> RefusedAsync(string id, MeasureDraft draft, int version, IReadOnlyList<Refusal> refusals, CancellationToken cancel)
    {
        var now = (await book.ReadAsync(cancel)).Find(id)!;
        var moved = refusals.Any(refusal => refusal is MeasureMovedOn);
        return Refused(new MeasureEditView(
            now,
            draft,
            moved ? now.Version : version,
            Refusals: refusals,
            Meanwhile: moved ? [.. now.Editions.Where(edition => edition.Number > version)] : []));
    }

    private static RazorComponentResult<MeasureEditPage> Refused(MeasureEditView view) => Page.Of<MeasureEditPage>(view, StatusCodes.Status422UnprocessableEntity);

    private static IResult Saved(string id) => Results.Redirect(MeasureForm.To(MeasureForm.Edit, id) + "?saved=yes");

    private static int VersionOf(IFormCollection form) =>
        int.TryParse(form[MeasureForm.Version], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
}

/// <summary>Every record, those first that wait for an answer.</summary>
public sealed record MeasureListView(IReadOnlyList<MeasureState> Records);

/// <param name="State">The record as it stands; null for a new one.</param>
/// <param name="Version">What the person was reading.</param>
/// <param name="Proposed">The draft as a record, to show what it would change.</param>
/// <param name="Meanwhile">Editions that came while the person was writing.</param>
public sealed record MeasureEditView(
    MeasureState? State,
    MeasureDraft Draft,
    int Version = 0,
    Tarazy.Policy.StateMeasures.StateMeasure? Proposed = null,
    IReadOnlyList<Refusal>? Refusals = null,
    IReadOnlyList<MeasureEdition>? Meanwhile = null,
    bool Saved = false);
