using Tarazy.Policy.Conflicts;
using Tarazy.Policy.Law;
using Tarazy.Publish.Register;
using Tarazy.Publish.StateMeasures;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Server.Public.Log;
using Tarazy.Server.Public.Names;
using Tarazy.Server.Web;

namespace Tarazy.Server.Public.Law.Competing;

/// <summary>Which laws meet on one notice, one channel, or a question; made of what is public already, so a sealed notice is never in it.</summary>
internal static class CompetingPages
{
    private const int MostNotices = 50;
    private const int LongestChannel = 200;

    public static void MapCompeting(this IEndpointRouteBuilder routes) => routes.MapGet(CompetingQuery.Page, ShowAsync);

    private static async Task<IResult> ShowAsync(
        HttpRequest request, PublicRegister register, CompareDesk desk, Packs packs, ChannelNames channels, TimeProvider clock, CancellationToken cancel)
    {
        if (request.Query[CompetingQuery.Notice] is [{ Length: > 0 } number, ..])
        {
            return LogEndpoints.IsNumber(number) && await register.FindAsync(number, cancel) is { Line: { Subject: not null } line }
                ? Page.Of<CompetingPage>(await ViewAsync([line], desk, await channels.OfAsync(line.Subject.Channel, cancel), cancel))
                : Results.NotFound();
        }

        if (request.Query[CompetingQuery.Channel] is [{ Length: > 0 and <= LongestChannel } channel, ..])
        {
            var found = await register.PageAsync(new RegisterFilter(Text: channel, Size: MostNotices), cancel);
            var lines = found.Lines.Where(line => line.Subject?.Channel == channel).ToList();
            return lines.Count > 0
                ? Page.Of<CompetingPage>(await ViewAsync(lines, desk, await channels.OfAsync(channel, cancel), cancel))
                : Results.NotFound();
        }

        var question = CompetingQuery.Of(request.Query, packs, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        return Page.Of<CompetingPage>(new CompetingView(question, null, [new(null, await desk.CompareAsync(question, cancel))]));
    }

    /// <summary>Notices that ask the same of the same harm meet the same laws, so they are compared once.</summary>
    private static async Task<CompetingView> ViewAsync(IReadOnlyList<RegisterLine> lines, CompareDesk desk, string channel, CancellationToken cancel)
    {
        var compared = new List<ComparedNotices>();
        foreach (var group in lines.GroupBy(QuestionOf))
        {
            compared.Add(new([.. group.Select(line => line.Number)], await desk.CompareAsync(group.Key, cancel)));
        }

        return new CompetingView(compared[0].Comparison.Question, channel, compared);
    }

    private static JurisdictionQuestion QuestionOf(RegisterLine line) => new(
        new HarmId(line.Subject!.Harm),
        line.Subject.Measure,
        line.Subject.Jurisdiction ?? ClauseRef.Parse(line.Subject.Clause)?.Jurisdiction,
        ClauseRef.Parse(line.Subject.Clause),
        line.Subject.Territory,
        DateOnly.FromDateTime(line.SignedAt.UtcDateTime));
}

/// <param name="Question">What the form shows.</param>
/// <param name="Channel">Whose notices these are; null for a question put together by hand.</param>
public sealed record CompetingView(JurisdictionQuestion Question, string? Channel, IReadOnlyList<ComparedNotices> Compared);

/// <param name="Numbers">Notices that put this question; null where nobody sent one.</param>
public sealed record ComparedNotices(IReadOnlyList<string>? Numbers, JurisdictionComparison Comparison);

/// <summary>Brings packs, age rules and the register as it stands to the comparison.</summary>
internal sealed class CompareDesk(Packs packs, LawRecords records, MeasureBook measures)
{
    public async Task<JurisdictionComparison> CompareAsync(JurisdictionQuestion question, CancellationToken cancel) =>
        CompareJurisdictions.Compare(question, packs, records with { Measures = (await measures.ReadAsync(cancel)).Standing });
}
