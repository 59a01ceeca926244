using System.Text.RegularExpressions;
using System.Xml.Linq;
using Tarazy.TestKit;

namespace Tarazy.Tests.Server.Web;

/// <summary>The texts as files: three languages say the same things, and no page asks for a text that nobody wrote.</summary>
public sealed partial class TextsTests
{
    private static readonly string[] Russian = ["one", "few", "many", "other"];

    public static TheoryData<string> Areas => ["Web/Texts", "Web/Refusals", "Workbench/Texts", "Public/Texts", "Public/Law/Texts", "Public/Demands/Texts", "Workbench/Demands/Texts"];

    [Theory]
    [MemberData(nameof(Areas))]
    public void Every_text_is_there_in_three_languages(string area)
    {
        var english = Plain(Read(area, ""));

        Assert.Equal(english, Plain(Read(area, ".kk")));
        Assert.Equal(english, Plain(Read(area, ".ru")));
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void A_translation_has_the_places_of_its_original(string area)
    {
        var english = Read(area, "");
        foreach (var language in (string[])[".kk", ".ru"])
        {
            foreach (var (key, text) in Read(area, language))
            {
                Assert.True(Places(text).SetEquals(Places(english[Family(key, english)])), $"{area}{language} {key}: {text}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void A_counted_text_has_every_form_that_Russian_needs(string area)
    {
        var russian = Read(area, ".ru");
        var counted = Read(area, "").Keys.Where(k => k.EndsWith(".one", StringComparison.Ordinal)).Select(k => Form().Replace(k, ""));

        Assert.All(counted, key => Assert.All(Russian, form => Assert.Contains($"{key}.{form}", russian.Keys)));
    }

    [Fact]
    public void No_page_asks_for_a_text_that_nobody_wrote()
    {
        var missing = new List<string>();
        foreach (var (area, file) in Pages())
        {
            var own = Read($"{area}/Texts", "");
            var shared = Read("Web/Texts", "");
            foreach (Match asked in Asked().Matches(File.ReadAllText(file)))
            {
                var (texts, key) = (asked.Groups["from"].Value == "W" ? shared : own, asked.Groups["key"].Value);
                if (!texts.ContainsKey(key) && !texts.ContainsKey(key + ".other"))
                {
                    missing.Add($"{Path.GetFileName(file)} asks for {key}");
                }
            }
        }

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_refusal_of_every_stage_has_its_sentence()
    {
        var known = Read("Web/Refusals", "");
        var codes = Directory.EnumerateFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => Code().Matches(File.ReadAllText(f)).Select(m => m.Groups["code"].Value))
            .ToHashSet();

        Assert.True(codes.Count > 40, "the pattern no longer finds the codes");
        Assert.Empty(codes.Where(c => !known.ContainsKey(c)).Order());
    }

    private static IEnumerable<(string Area, string File)> Pages() =>
        from area in (string[])["Web", "Workbench", "Public"]
        from file in Directory.EnumerateFiles(Repository.Path("src", "Tarazy.Server", area), "*.razor", SearchOption.AllDirectories)
        select (area, file);

    private static Dictionary<string, string> Read(string area, string language) =>
        XDocument.Load(Repository.Path("src", "Tarazy.Server", $"{area}{language}.resx")).Root!.Elements("data")
            .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    // Languages differ in their forms of number, so those are left out of the comparison of keys.
    private static IEnumerable<string> Plain(Dictionary<string, string> texts) => texts.Keys.Where(k => !Form().IsMatch(k) || k.EndsWith(".other", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    // A form for one may do without the number; the form for all others has every place.
    private static string Family(string key, Dictionary<string, string> english) =>
        english.ContainsKey(Form().Replace(key, ".one")) ? Form().Replace(key, ".other") : key;

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Groups["n"].Value)];

    [GeneratedRegex(@"\.(one|few|many|other)$")]
    private static partial Regex Form();

    [GeneratedRegex(@"\{(?<n>\d)[^}]*\}")]
    private static partial Regex Place();

    // T["key"], W["key"], T.Count("key", ...): only whole keys; those put together in the code are seen by the tests of pages.
    [GeneratedRegex(@"\b(?<from>T|W)(\[|\.Count\()""(?<key>[^""{]+)""")]
    private static partial Regex Asked();

    [GeneratedRegex(@"(Code => |LadderRefusal\()""(?<code>[a-z-]+)""")]
    private static partial Regex Code();
}
