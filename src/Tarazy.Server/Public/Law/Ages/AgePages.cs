using Microsoft.Extensions.Options;
using Tarazy.Notice;
using Tarazy.Policy.Ages;
using Tarazy.Server.Web;
using Tarazy.Server.Web.Culture;

namespace Tarazy.Server.Public.Law.Ages;

/// <summary>The age rules as pages.</summary>
internal static class AgePages
{
    public static void MapAges(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(AgeQuery.Page, (HttpRequest request, LawDesk law, DeskDates dates) => Page.Of<AgePage>(View(AgeQuery.Of(request.Query, dates.Today), law, dates.Today)));
        routes.MapGet(AgeQuery.Calendar, (string? country, LawDesk law, IOptions<NoticeOptions> desk, TimeProvider clock) => Calendar(country, law, desk.Value.PublicAddress, clock.GetUtcNow()));
        routes.MapGet(AgeQuery.Rule, (string id, LawDesk law) => law.Ages.Find(id) is { } rule ? (IResult)Page.Of<AgeRulePage>(rule) : Results.NotFound());
    }

    private static IResult Calendar(string? country, LawDesk law, string address, DateTimeOffset now)
    {
        var layers = string.IsNullOrWhiteSpace(country) ? null : law.Places.Layers(country.Trim().ToUpperInvariant());
        return Results.Bytes(AgeCalendar.Write(address, law.Ages.ChangesAfter(LocalMoment.Day(now, null), layers), law, now), AgeCalendar.Type);
    }

    private static AgeView View(AgeAsked asked, LawDesk law, DateOnly today)
    {
        var next = law.Ages.ChangesAfter(today);
        if (asked.Place.Length == 0)
        {
            return new AgeView(asked, null, null, next);
        }

        var proofs = AgeQuery.Proofs(asked.Proof);
        try
        {
            var question = new AgeQuestion(asked.Place, asked.Date, asked.Service, asked.Name, proofs);
            return new AgeView(asked, EvaluateAge.Answer(question, law.Ages, law.Places), null, law.Ages.ChangesAfter(asked.Date, [.. law.Places.Layers(asked.Place)]));
        }
        catch (ArgumentException)
        {
            var range = (From: proofs.Where(proof => proof.Over).Max(proof => proof.Years), Below: proofs.Where(proof => !proof.Over).Min(proof => proof.Years));
            return new AgeView(asked, null, range, next);
        }
    }
}

/// <param name="Answer">Null before anything was asked, or when the proofs contradict each other.</param>
/// <param name="Contradiction">At least the first and younger than the second, which nobody is.</param>
public sealed record AgeView(AgeAsked Asked, AgeAnswer? Answer, (int From, int Below)? Contradiction, IReadOnlyList<AgeChange> Next);
