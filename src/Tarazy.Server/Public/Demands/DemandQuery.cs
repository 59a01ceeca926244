using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Tarazy.Publish.Demands;
using Tarazy.Records.Demands;
using Tarazy.Server.Web;
using Tarazy.Server.Web.Forms;

namespace Tarazy.Server.Public.Demands;

/// <summary>The addresses of the demands and the names in their query. Whatever cannot be meant is left out, as if it had not been asked.</summary>
/// <param name="Country">Id of a pack or another two-letter code, in lower case; empty for all.</param>
public sealed record DemandQuery(DemandStanding? Standing = null, DemandKind? Kind = null, string Country = "", long? After = null)
{
    public const string List = "/demands";

    public const string Show = "/demands/{number}";

    public const string Receipt = "/demands/{number}/receipt.json";

    public const string Csv = "/demands.csv";

    public const string Json = "/demands.json";

    public const string Atom = "/demands.atom";

    public const string StandingField = "standing";

    public const string KindField = "kind";

    public const string CountryField = "country";

    /// <summary>First entry of the last demand of the page before.</summary>
    public const string AfterField = "after";

    public static DemandQuery Of(IQueryCollection query)
    {
        var country = query.Asked(CountryField);
        return new DemandQuery(
            FormNames.TryParse<DemandStanding>(query.Asked(StandingField), out var standing) ? standing : null,
            FormNames.TryParse<DemandKind>(query.Asked(KindField), out var kind) ? kind : null,
            country.Length == 2 && country.All(char.IsAsciiLetterLower) ? country : "",
            long.TryParse(query.Asked(AfterField), NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after : null);
    }

    public DemandFilter Filter(int size) => new(Standing, Kind, Country.Length > 0 ? Country : null, After, size);

    /// <summary>The query of another page of the same search, without its question mark.</summary>
    public string Text(long? after)
    {
        var query = new QueryBuilder();
        Add(StandingField, Standing is { } standing ? FormNames.Of(standing) : "");
        Add(KindField, Kind is { } kind ? FormNames.Of(kind) : "");
        Add(CountryField, Country);
        Add(AfterField, after?.ToString(CultureInfo.InvariantCulture) ?? "");
        return query.ToString().TrimStart('?');

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                query.Add(name, value);
            }
        }
    }
}
