using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Tarazy.Policy.Law;
using Tarazy.Policy.Rungs;
using Tarazy.Records.Canonical;
using Tarazy.Records.Cases;
using Tarazy.Records.Findings;
using Tarazy.Records.Posts;
using Tarazy.Server.Workbench.Decide;
using Tarazy.TestKit;
using Tarazy.Tests.Review;
using Ladder = Tarazy.Policy.Rungs.Ladder;

namespace Tarazy.Tests.Promises;

/// <summary>
/// 2. No blanket measure. The ladder of remedies ends at one channel. No type, column or form can say "block a service".
/// </summary>
public partial class NoBlanketMeasureTests
{
    private static readonly string[] Rungs =
        ["leave-alone", "context", "label", "ask-author", "age-restrict", "geo-restrict-post", "remove-post", "restrict-channel"];

    [Fact]
    public void The_ladder_ends_at_one_channel()
    {
        Assert.Equal(Rungs, Enum.GetValues<Measure>().Order().Select(m => JsonNamingPolicy.KebabCaseLower.ConvertName(m.ToString())));
        Assert.All(WholeDesk.Law.All, p => Assert.Equal(Enum.GetValues<Measure>(), p.Ladder.Select(r => r.Measure)));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void A_number_beyond_the_ladder_is_no_measure_wherever_it_comes_from(int rung)
    {
        var decision = Cases.Decision((Measure)rung) with { Answers = Cases.Answers() };
        Assert.IsType<NoSuchRung>(Assert.Single(Ladder.Check(decision, WholeDesk.Law, new DateOnly(2026, 11, 23), CaseFacts.Nothing)));
        var number = rung.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Null(DecisionAnswers.Of((DecisionForm.Measure, number), (DecisionForm.Reasons, "Because of all of it.")).ToDecision(new HarmId("extortion")));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Decision>(
            $$"""{"measure":{{number}},"harm":"extortion","reasons":"all of it"}""", DeskJson.Options));
    }

    [Theory]
    [InlineData("block-service")]
    [InlineData("restrict-service")]
    [InlineData("restrict-platform")]
    [InlineData("restrict-country")]
    public void A_word_beyond_the_ladder_is_no_measure_in_the_form_or_in_a_stored_event(string word)
    {
        Assert.Null(DecisionAnswers.Of((DecisionForm.Measure, word)).ToDecision(new HarmId("extortion")));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Decision>(
            $$"""{"measure":"{{word}}","harm":"extortion","reasons":"all of it"}""", DeskJson.Options));
    }

    [Theory]
    [InlineData("BlockService", true)]
    [InlineData("restrict-platform", true)]
    [InlineData("ban_whole_messenger", true)]
    [InlineData("RestrictChannel", false)]
    [InlineData("ServiceProvider", false)]
    public void What_the_searches_below_look_for_they_find(string name, bool found) => Assert.Equal(found, Blanket().IsMatch(Spaced(name)));

    [Theory]
    [InlineData("Please block access to the service.", true)]
    [InlineData("Просим заблокировать мессенджер.", true)]
    [InlineData("Қызметті бұғаттауды сұраймыз.", true)]
    [InlineData("Please remove the post named above.", false)]
    public void The_search_of_letters_knows_the_request(string letter, bool found) => Assert.Equal(found, BlanketWords().IsMatch(letter));

    [Fact]
    public void No_type_member_or_value_of_the_code_names_a_measure_against_a_service()
    {
        var names = WholeModel.Types.SelectMany(t => t.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Select(m => m.Name).Append(t.Name)).Where(n => !n.Contains('<', StringComparison.Ordinal)).Distinct().ToList();
        Assert.True(names.Count > 2_000, $"only {names.Count} names were searched");
        Assert.DoesNotContain(names, n => Blanket().IsMatch(Spaced(n)));
    }

    [Fact]
    public void No_column_can_hold_a_measure_against_a_service()
    {
        var columns = WholeModel.Columns();
        Assert.True(columns.Count > 60, $"only {columns.Count} columns were searched");
        Assert.DoesNotContain(columns, c => Blanket().IsMatch(Spaced($"{c.Table} {c.Column}")));
        Assert.DoesNotContain(columns, c => c.Column is "Service" or "Platform" or "Provider" or "Domain" or "Host" or "Network");
        Assert.All(columns.Where(c => c.Column == "Measure"), c => Assert.Contains(c.Table, new[] { "cases", "notices", "register" }));
    }

    [Theory]
    [InlineData(typeof(Decision))]
    [InlineData(typeof(AgreedDecision))]
    [InlineData(typeof(Tarazy.Records.Notices.NoticeDrafted))]
    public void What_carries_a_measure_names_one_channel_and_never_a_list_of_them(Type type)
    {
        var properties = type.GetProperties();
        Assert.DoesNotContain(properties, p => p.PropertyType != typeof(string) && p.PropertyType.IsGenericType && p.PropertyType.GetGenericArguments().Contains(typeof(ChannelId)));
        Assert.True(properties.Count(p => p.PropertyType == typeof(ChannelId)) <= 1);
    }

    [Fact]
    public void No_field_of_a_form_asks_for_more_than_one_channel()
    {
        var fields = WholeModel.Types.Where(t => t.Name.EndsWith("Form", StringComparison.Ordinal) || t.Name.EndsWith("Forms", StringComparison.Ordinal))
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(f => f.IsLiteral && f.FieldType == typeof(string)).Select(f => (string)f.GetRawConstantValue()!).ToList();
        Assert.Contains(DecisionForm.Measure, fields);
        Assert.DoesNotContain(fields, f => Blanket().IsMatch(Spaced(f)) || Spaced(f).Split(' ').Any(w => w is "service" or "platform" or "provider" or "domain" or "channels"));
    }

    [Fact]
    public void No_pack_form_or_letter_of_the_desk_can_ask_for_it()
    {
        foreach (var pack in WholeDesk.Law.All)
        {
            Assert.All(pack.Clauses.SelectMany(c => c.Measures).Concat(pack.Addressees.SelectMany(a => a.Measures)), m => Assert.True(Enum.IsDefined(m)));
            var asks = pack.Forms.SelectMany(f => f.Letters.Values).SelectMany(l => l.Asks.Values.Append(l.Body).Append(l.Subject).Append(l.Item)).ToList();
            Assert.True(asks.Count > 0 || !pack.Allows, $"{pack.Jurisdiction} allows something and has no letter to ask for it");
            Assert.DoesNotContain(asks, a => BlanketWords().IsMatch(a));
        }
    }

    [Theory]
    [InlineData("ladder.yaml", "rung: restrict-channel", "rung: restrict-service")]
    [InlineData("clauses.yaml", "measures: [ask-author]", "measures: [ask-author, block-platform]")]
    [InlineData("addressees.yaml", "measures: [ask-author]", "measures: [ask-author, 8]")]
    [InlineData("forms/plain-request.yaml", "      remove-post: \"We", "      restrict-service: \"We")]
    public void A_pack_that_tries_is_left_out_and_then_nothing_rests_on_it(string file, string sound, string hostile)
    {
        var folder = Directory.CreateTempSubdirectory("tarazy-hostile-");
        foreach (var from in Directory.GetFiles(Repository.Path("policies", "kz"), "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(folder.FullName, "kz", Path.GetRelativePath(Repository.Path("policies", "kz"), from));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(from, to);
        }

        var path = Path.Combine(folder.FullName, "kz", file);
        var text = File.ReadAllText(path);
        Assert.Contains(sound, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(sound, hostile, StringComparison.Ordinal));
        var load = Packs.Load(folder.FullName);
        folder.Delete(recursive: true);

        Assert.NotEmpty(load.Faults);
        var decision = Cases.Decision(Measure.RemovePost) with { Answers = Cases.Answers() };
        Assert.Contains(Ladder.Check(decision, load.Packs, new DateOnly(2026, 11, 23), CaseFacts.Nothing), r => r is PackMissing);
    }

    private static string Spaced(string name) => Humps().Replace(name, " ").Replace('_', ' ').Replace('-', ' ').ToLowerInvariant();

    [GeneratedRegex(@"(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex Humps();

    [GeneratedRegex(@"\b(block|ban|shut|throttle|blacklist|cut off|restrict|suspend|disconnect)\w*\b.{0,12}\b(service|platform|provider|network|messenger|site|website|domain|internet|country|telegram|source)s?\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Blanket();

    [GeneratedRegex(
        @"(block|ban|restrict|suspend|shut down)\w*\s+(access to\s+)?(the|your|this)?\s*(service|platform|messenger|application)\b|(заблокир|ограничи|закр|замедл)\w*\s+(доступ\s+к\s+)?(сервис|платформ|мессенджер|приложени)|(қызметті|платформаны|мессенджерді|қосымшаны)\s+(бұғатта|шекте|жаб)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex BlanketWords();
}
