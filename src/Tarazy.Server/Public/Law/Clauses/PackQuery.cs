using System.Globalization;
using Tarazy.Records.Cases;
using Tarazy.Server.Web.Culture;

namespace Tarazy.Server.Public.Law.Clauses;

/// <summary>The addresses of the law pages and the names in their query.</summary>
public static class PackQuery
{
    /// <summary>GET.</summary>
    public const string Index = "/law";

    /// <summary>GET: one pack.</summary>
    public const string Pack = "/law/{pack}";
    public const string Api = "/api/law/packs";
    public const string ApiPack = "/api/law/packs/{pack}";

    public const string Date = "date";

    public static string To(string pack) => $"{Index}/{Uri.EscapeDataString(pack)}";

    /// <summary>The clause as it stood on a day.</summary>
    public static string To(ClauseRef clause, DateOnly? on) =>
        $"{To(clause.Jurisdiction)}{(on is { } day ? $"?{Date}={DeskDates.Iso(day)}" : "")}#{Uri.EscapeDataString(clause.Clause)}";

    /// <summary>What cannot be meant is left out, as if it had not been asked.</summary>
    public static DateOnly Of(IQueryCollection query, DateOnly today) =>
        query[Date] is [{ } text, ..] && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : today;
}
