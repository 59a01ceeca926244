using Tarazy.Policy.Conflicts;
using Tarazy.Policy.Law;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Server.Web;

namespace Tarazy.Server.Public.Law.Competing;

/// <summary>The address of the view on competing demands and the names in its query.</summary>
public static class CompetingQuery
{
    /// <summary>GET.</summary>
    public const string Page = "/measures/competing";

    /// <summary>The number of a notice in the register; it brings harm, rung, clause and territory with it.</summary>
    public const string Notice = "notice";

    /// <summary>A channel: every open notice of it.</summary>
    public const string Channel = "channel";

    public const string Harm = "harm";
    public const string Rung = "rung";

    /// <summary>The jurisdiction that the notice would rest on.</summary>
    public const string Law = "law";

    public const string Territory = "territory";

    public static string ToNotice(string number) => $"{Page}?{Notice}={Uri.EscapeDataString(number)}";

    public static string ToChannel(string channel) => $"{Page}?{Channel}={Uri.EscapeDataString(channel)}";

    /// <summary>A question put together by hand; what cannot be meant is left out.</summary>
    public static JurisdictionQuestion Of(IQueryCollection query, Packs packs, DateOnly today)
    {
        string Asked(string name) => query[name] is [{ Length: > 0 and <= 64 } value, ..] ? value.Trim() : "";

        var harms = packs.All.SelectMany(pack => pack.Harms).Select(harm => harm.Id.Value).Distinct(StringComparer.Ordinal).ToList();
        var harm = harms.Contains(Asked(Harm), StringComparer.Ordinal) ? Asked(Harm) : harms.FirstOrDefault() ?? "false-claim";
        var law = packs.Find(Asked(Law))?.Jurisdiction ?? packs.All.FirstOrDefault(pack => pack.Jurisdiction == "kz")?.Jurisdiction;
        return new JurisdictionQuestion(
            new HarmId(harm),
            FormNames.TryParse<Measure>(Asked(Rung), out var rung) ? rung : Measure.RemovePost,
            law,
            null,
            Asked(Territory) is { Length: 2 } place ? place.ToUpperInvariant() : null,
            today);
    }
}
