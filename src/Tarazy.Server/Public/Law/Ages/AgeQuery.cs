using System.Globalization;
using Tarazy.Policy.Ages;
using Tarazy.Server.Web;
using Tarazy.Server.Web.Forms;

namespace Tarazy.Server.Public.Law.Ages;

/// <summary>The addresses of the age rules and the names in their query.</summary>
public static class AgeQuery
{
    /// <summary>GET: the question and its answer.</summary>
    public const string Page = "/age";

    /// <summary>GET: one rule.</summary>
    public const string Rule = "/age/{id}";

    /// <summary>GET: what begins, is planned or ends next, as JSON; <c>?country=</c> for one place and the layers above it.</summary>
    public const string ChangesApi = "/api/age/changes";

    /// <summary>GET: the same as a calendar.</summary>
    public const string Calendar = "/age/changes.ics";

    public const string Place = "place";
    public const string Service = "service";
    public const string Name = "name";
    public const string Date = "date";
    public const string Proof = "proof";

    /// <summary>Thresholds that the laws here use, offered on the page; any other can be asked by the API.</summary>
    public static IReadOnlyList<int> Thresholds { get; } = [13, 14, 15, 16, 18];

    public static string To(string id) => $"/age/{Uri.EscapeDataString(id)}";

    /// <summary>The proofs as one value: <c>16-no</c>, <c>13-yes,16-no</c>.</summary>
    public static IReadOnlyList<ThresholdProof> Proofs(string text) =>
    [
        .. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Take(8).Select(part => part.Split('-'))
            .Where(part => part is [_, "yes" or "no"] && int.TryParse(part[0], NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years is >= 1 and <= 120)
            .Select(part => new ThresholdProof(int.Parse(part[0], CultureInfo.InvariantCulture), part[1] == "yes")),
    ];

    /// <summary>What a reader asked; whatever cannot be meant is left out, as if it had not been asked.</summary>
    public static AgeAsked Of(IQueryCollection query, DateOnly today)
    {
        var place = query.Asked(Place) is { Length: <= 6 } code ? code : "";
        var service = FormNames.TryParse<ServiceType>(query.Asked(Service), out var kind) ? kind : ServiceType.SocialMedia;
        var name = query.Asked(Name) is { Length: > 0 and <= 60 } given ? given : null;
        var date = DateOnly.TryParseExact(query.Asked(Date), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : today;
        return new AgeAsked(place, service, name, date, query.Asked(Proof));
    }
}

/// <param name="Place">Empty before anything was asked.</param>
/// <param name="Proof">As the form writes it.</param>
public sealed record AgeAsked(string Place, ServiceType Service, string? Name, DateOnly Date, string Proof);
