using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Tarazy.TestKit;

namespace Tarazy.Tests.Server.Web;

/// <summary>The texts of one set of resources as they stand in the source, by language.</summary>
internal static partial class Resx
{
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Read(string set) => new Dictionary<string, IReadOnlyDictionary<string, string>>
    {
        ["en"] = File(set + ".resx"),
        ["ru"] = File(set + ".ru.resx"),
        ["kk"] = File(set + ".kk.resx"),
    };

    /// <summary>The numbers of the places in a text.</summary>
    public static IReadOnlyList<int> Places(string text) =>
        [.. Place().Matches(text).Select(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).Distinct().Order()];

    private static Dictionary<string, string> File(string name) =>
        XDocument.Load(Repository.Path(["src", "Tarazy.Server", .. name.Split('/')])).Root!.Elements("data")
            .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value, StringComparer.Ordinal);

    [GeneratedRegex(@"\{(\d+)[^{}]*\}")]
    private static partial Regex Place();
}
