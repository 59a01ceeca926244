using System.Xml.Linq;
using Tarazy.Policy.Ages;
using Tarazy.Policy.Conflicts;
using Tarazy.Policy.Law;
using Tarazy.Policy.StateMeasures;
using Tarazy.Publish.StateMeasures;
using Tarazy.Server.Web;
using Tarazy.TestKit;
using Tarazy.Tests.Server.Web;

namespace Tarazy.Tests.Server.Public;

/// <summary>Every word of the records is said in the three languages.</summary>
public class LawTextTests
{
    private static readonly Dictionary<string, Dictionary<string, string>> Texts = new[] { "", ".ru", ".kk" }.ToDictionary(
        suffix => suffix,
        suffix => XDocument.Load(Repository.Path("src", "Tarazy.Server", "Public", "Law", $"Texts{suffix}.resx")).Descendants("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal));

    public static TheoryData<string> Words => [..
        Of<AgeEffect>("effect"), .. Of<AgeStatus>("status"), .. Of<ServiceType>("service"), .. Of<ObligationOn>("duty"), .. Of<TelegramReading>("telegram"),
        .. Of<HowChecked>("checked"), .. Of<HourDay>("day"), .. Of<Standing>("standing"), .. Of<ChangeKind>("change"), .. Of<Confidence>("confidence"),
        .. Of<StateMeasureKind>("kind"), .. Of<StateMeasureStatus>("state"), .. Of<AuthorityType>("authority")];

    [Theory]
    [MemberData(nameof(Words))]
    public void Every_word_of_the_records_is_said(string key) => Assert.All(Texts.Values, texts => Assert.True(texts.ContainsKey(key), key));

    public static TheoryData<string> RegisterWords => [..
        Of<Ground>("ground"), .. Of<KindFamily>("family"), .. Of<UndoneBecause>("undone"), .. Of<StandingGroup>("group"), .. Of<MeasureFault>("fault"),
        .. Of<EditionKind>("edition"), .. Of<MeasureOrigin>("origin"), .. MeasureFields.Names.Select(name => $"field.{name}")];

    [Theory]
    [MemberData(nameof(RegisterWords))]
    public void Every_word_of_the_register_is_said(string key) => Assert.All(
        new[] { "", ".ru", ".kk" },
        suffix => Assert.Contains(key, Resx.Read("Public/Law/Measures/Texts")[suffix.Length == 0 ? "en" : suffix[1..]].Keys));

    public static TheoryData<string> ComparisonWords => [.. Of<Stance>("stance"), .. Of<ConflictKind>("conflict")];

    [Theory]
    [MemberData(nameof(ComparisonWords))]
    public void Every_word_of_the_comparison_is_said(string key) =>
        Assert.All(Resx.Read("Public/Law/Competing/Texts").Values, texts => Assert.Contains(key, texts.Keys));

    private static IEnumerable<string> Of<T>(string kind)
        where T : struct, Enum => Enum.GetValues<T>().Select(value => $"{kind}.{FormNames.Of(value)}");
}
