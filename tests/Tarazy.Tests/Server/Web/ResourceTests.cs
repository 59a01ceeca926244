using System.Globalization;
using Tarazy.Policy.Ages;
using Tarazy.Policy.Law;
using Tarazy.TestKit;

namespace Tarazy.Tests.Server.Web;

/// <summary>What <see cref="TextsTests"/> does not ask: every set of texts there is, every form of a count, every place filled.</summary>
public class ResourceTests
{
    /// <summary>CLDR categories that a whole number can have; Kazakh says every count in one form.</summary>
    private static readonly Dictionary<string, string[]> Counts = new(StringComparer.Ordinal)
    {
        ["en"] = ["one", "other"],
        ["ru"] = ["one", "few", "many"],
        ["kk"] = ["other"],
    };

    public static TheoryData<string> Sets =>
    [
        .. Directory.GetFiles(Repository.Path("src"), "*.resx", SearchOption.AllDirectories)
            .Where(f => Path.GetFileNameWithoutExtension(f).IndexOf('.', StringComparison.Ordinal) < 0 && !f.Contains("/obj/", StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(Repository.Path("src", "Tarazy.Server"), f)[..^".resx".Length])
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void No_set_of_texts_is_left_out_of_the_comparison_of_languages() =>
        Assert.Equal(Sets.Select(s => s.Data).Order(StringComparer.Ordinal), TextsTests.Areas.Select(a => a.Data).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Sets))]
    public void A_count_has_every_form_that_its_language_needs(string set)
    {
        var texts = Resx.Read(set);
        var missing = from family in Families(texts)
                      from language in Counts
                      from form in language.Value
                      where !texts[language.Key].ContainsKey($"{family}.{form}")
                      select $"{language.Key}: {family}.{form}";
        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Every_text_can_be_filled(string set)
    {
        object[] values = [.. Enumerable.Range(1, 10).Cast<object>()];
        foreach (var (key, text) in Resx.Read(set).Values.SelectMany(t => t))
        {
            var fault = Record.Exception(() => string.Format(CultureInfo.InvariantCulture, text, values));
            Assert.True(fault is null, $"{key}: {text}");
        }
    }

    [Fact]
    public void Every_territory_that_a_pack_reaches_is_called_as_the_records_of_places_call_it()
    {
        var texts = Resx.Read("Web/Texts");
        var places = Jurisdictions.Load(Repository.Path("policies", "ages", "jurisdictions.yaml")).Places;
        var called = from territory in Packs.Load(Repository.Path("policies")).Packs.All.SelectMany(p => p.Territories).Distinct()
                     from language in Counts.Keys
                     select (territory, language, place: places.Find(territory)?.Name.In(language), text: texts[language].GetValueOrDefault($"country.{territory}"));
        Assert.DoesNotContain(called, c => c.place is null || c.place != c.text);
    }

    private static string Family(string key) => key[..Math.Max(0, key.LastIndexOf('.'))];

    private static HashSet<string> Families(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> texts) =>
    [
        .. texts["ru"].Keys.Where(k => k.EndsWith(".few", StringComparison.Ordinal) || k.EndsWith(".many", StringComparison.Ordinal)).Select(Family),
    ];
}
