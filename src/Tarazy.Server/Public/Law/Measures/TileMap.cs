using Tarazy.Policy.StateMeasures;

namespace Tarazy.Server.Public.Law.Measures;

/// <summary>
/// A map in which every jurisdiction of the register is one tile of the same size, near its neighbours. Size on a map would say nothing here,
/// and a border might say something that the register does not.
/// </summary>
internal static class TileMap
{
    public const int Columns = 17;
    public const int Step = 40;
    private const int PlacedRows = 9;

    private static readonly Dictionary<string, (int Column, int Row)> Places = new(StringComparer.Ordinal)
    {
        ["US"] = (1, 2),
        ["CU"] = (2, 4),
        ["BR"] = (3, 6),
        ["NO"] = (6, 0),
        ["EU"] = (4, 0),
        ["GB"] = (4, 1),
        ["BE"] = (5, 1),
        ["DE"] = (6, 1),
        ["FR"] = (5, 2),
        ["ES"] = (4, 3),
        ["IT"] = (6, 2),
        ["BY"] = (8, 1),
        ["UA"] = (8, 2),
        ["RU"] = (10, 0),
        ["KZ"] = (10, 2),
        ["UZ"] = (10, 3),
        ["KG"] = (11, 2),
        ["AZ"] = (9, 3),
        ["TR"] = (8, 3),
        ["IQ"] = (9, 4),
        ["IR"] = (10, 4),
        ["BH"] = (9, 5),
        ["SO"] = (9, 6),
        ["KE"] = (8, 7),
        ["PK"] = (11, 4),
        ["IN"] = (12, 5),
        ["NP"] = (12, 4),
        ["CN"] = (13, 3),
        ["KR"] = (15, 2),
        ["HK"] = (14, 4),
        ["VN"] = (14, 5),
        ["TH"] = (13, 6),
        ["MY"] = (13, 7),
        ["ID"] = (14, 8),
        ["AU"] = (16, 8),
    };

    /// <summary>One row more where a jurisdiction needs it.</summary>
    public static int Rows(IReadOnlyList<CountryStanding> countries) => countries.All(country => Places.ContainsKey(country.Country)) ? PlacedRows : PlacedRows + 1;

    /// <summary>A jurisdiction whose place nobody drew stands in the last row, so that none is missing.</summary>
    public static IEnumerable<(CountryStanding Country, int Column, int Row)> Of(IReadOnlyList<CountryStanding> countries)
    {
        var spare = 0;
        foreach (var country in countries)
        {
            var (column, row) = Places.TryGetValue(country.Country, out var place) ? place : (spare++ % Columns, PlacedRows);
            yield return (country, column, row);
        }
    }
}
