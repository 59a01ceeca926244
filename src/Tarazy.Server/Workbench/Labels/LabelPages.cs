using Microsoft.AspNetCore.Mvc;
using Tarazy.Detect.Labels;
using Tarazy.Detect.Labels.Training;
using Tarazy.Ingest.Posts;
using Tarazy.Records.Outcomes;
using Tarazy.Server.Accounts;
using Tarazy.Server.Web;

namespace Tarazy.Server.Workbench.Labels;

/// <summary>The desk's own labels: to read for everybody here, to train and to change for the admin, to give second opinions for readers.</summary>
internal static class LabelPages
{
    public static void MapLabels(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(LabelForms.List, (HttpContext http, LabelDesk labels, CancellationToken cancel) => ShowAsync(http, labels, [], null, null, cancel));
        routes.MapPost(LabelForms.Train, TrainAsync).RequireAuthorization(Roles.Admin);
        routes.MapPost(LabelForms.Change, ChangeAsync).RequireAuthorization(Roles.Admin);
        routes.MapGet(LabelForms.Second, (HttpContext http, LabelDesk labels, PostArchive archive, CancellationToken cancel) =>
            SecondAsync(http, labels, archive, [], cancel)).RequireAuthorization(Roles.SecondReader);
        routes.MapPost(LabelForms.Second, OpinionAsync).RequireAuthorization(Roles.SecondReader);
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http, LabelDesk labels, IReadOnlyList<Refusal> refusals, string? refused, LabelCard? made, CancellationToken cancel)
    {
        var opinions = http.User.IsInRole(Roles.Reviewer) || http.User.IsInRole(Roles.SecondReader)
            ? (await labels.OpinionsWantedAsync(http.User.Reviewer().Value, cancel)).Count
            : 0;
        return Page.Of<LabelsPage>(
            new LabelsView(await labels.StandingsAsync(cancel), opinions, refusals, refused, made),
            refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<IResult> TrainAsync(
        HttpContext http, [FromForm(Name = LabelForms.Label)] string? label, LabelDesk labels, CancellationToken cancel)
    {
        var outcome = await labels.TrainAsync(new TrainLabel(label ?? "", http.User.Reviewer().Value), cancel);
        return await ShowAsync(http, labels, outcome.Refusals, label, outcome.Value, cancel);
    }

    private static async Task<IResult> ChangeAsync(
        HttpContext http,
        [FromForm(Name = LabelForms.Label)] string? label,
        [FromForm(Name = LabelForms.From)] int? from,
        [FromForm(Name = LabelForms.Version)] int? version,
        [FromForm(Name = LabelForms.Reason)] string? reason,
        LabelDesk labels,
        CancellationToken cancel)
    {
        var outcome = await labels.ChangeAsync(new ChangeModel(label ?? "", from ?? -1, version ?? -1, http.User.Reviewer().Value, reason ?? ""), cancel);
        return outcome.Ok ? Results.Redirect(LabelForms.List) : await ShowAsync(http, labels, outcome.Refusals, label, null, cancel);
    }

    private static async Task<IResult> SecondAsync(
        HttpContext http, LabelDesk labels, PostArchive archive, IReadOnlyList<Refusal> refusals, CancellationToken cancel)
    {
        var wanted = await labels.OpinionsWantedAsync(http.User.Reviewer().Value, cancel);
        var asked = wanted is [var first, ..] ? first : null;
        var post = asked is null ? null : await archive.FindAsync(asked.Post, cancel);
        return Page.Of<SecondPage>(
            new SecondView(asked, post, wanted.Count, refusals), refusals.Count > 0 ? StatusCodes.Status409Conflict : StatusCodes.Status200OK);
    }

    private static async Task<IResult> OpinionAsync(
        HttpContext http,
        [FromForm(Name = LabelForms.Case)] string? number,
        [FromForm(Name = LabelForms.Answer)] string? answer,
        LabelDesk labels,
        PostArchive archive,
        CancellationToken cancel)
    {
        if (answer is not ("yes" or "no" or "uncertain") || number is not { Length: > 0 and < 40 })
        {
            return Results.BadRequest();
        }

        var said = answer switch { "yes" => LabelAnswer.Yes, "no" => LabelAnswer.No, _ => LabelAnswer.Uncertain };
        var outcome = await labels.GiveOpinionAsync(new GiveOpinion(number, http.User.Reviewer().Value, said), cancel);
        return outcome.Ok ? Results.Redirect(LabelForms.Second) : await SecondAsync(http, labels, archive, outcome.Refusals, cancel);
    }
}
