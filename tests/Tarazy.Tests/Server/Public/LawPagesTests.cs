using System.Net;
using System.Text;
using System.Text.Json;

namespace Tarazy.Tests.Server.Public;

/// <summary>Age rules, packs and state measures over HTTP, on one desk with nothing else; nobody here changes anything.</summary>
public sealed class LawPagesTests(DeskWithLawOnly desk) : IClassFixture<DeskWithLawOnly>
{
    private readonly HttpClient _reader = desk.Reader;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_names_its_act_and_its_sources_in_the_readers_language()
    {
        var page = await PageAsync("/age?place=AU&service=social-media&date=2026-01-01&proof=16-no");
        Assert.Contains("No account", page, StringComparison.Ordinal);
        Assert.Contains("Online Safety Amendment", page, StringComparison.Ordinal);
        Assert.Contains("newsapp.abc.net.au", page, StringComparison.Ordinal);
        Assert.Contains("Аккаунт не разрешён", await PageAsync("/age?place=AU&date=2026-01-01&proof=16-no&lang=ru"), StringComparison.Ordinal);
        Assert.Contains("Аккаунтқа рұқсат жоқ", await PageAsync("/age?place=AU&date=2026-01-01&proof=16-no&lang=kk"), StringComparison.Ordinal);
        Assert.Contains("does not mean that it is allowed", await PageAsync("/age?place=JP"), StringComparison.Ordinal);
        Assert.Contains("contradict", await PageAsync("/age?place=AU&proof=16-no,18-yes"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/age?place=%00&service=x&date=99999&proof=16-no-no,0-yes,999-yes&name=%3Cscript%3E")]
    [InlineData("/measures?q=%3Cscript%3E&country=ZZZ&kind=-1&status=x")]
    [InlineData("/age")]
    public async Task A_question_that_cannot_be_meant_is_left_out(string address)
    {
        using var answer = await _reader.GetAsync(new Uri(address, UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("<script>", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_record_has_a_page_with_its_sources()
    {
        foreach (var (list, pages) in new[] { ("/api/age/rules", "/age/"), ("/api/measures", "/measures/") })
        {
            using var records = JsonDocument.Parse(await PageAsync(list));
            foreach (var record in records.RootElement.EnumerateArray())
            {
                var page = WebUtility.HtmlDecode(await PageAsync(pages + record.GetProperty("id").GetString()));
                Assert.All(record.GetProperty("sources").EnumerateArray(), source => Assert.Contains(source.GetString()!, page, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task A_lawyer_reads_for_every_clause_its_reference_since_when_source_confidence_what_it_allows_and_its_tests()
    {
        foreach (var pack in Tarazy.Policy.Law.Packs.Load(Tarazy.TestKit.Repository.Path("policies")).Packs.All)
        {
            var page = WebUtility.HtmlDecode(await PageAsync($"/law/{pack.Jurisdiction}?date=2026-11-23"));
            Assert.All(pack.Clauses, clause =>
            {
                var box = page[page.IndexOf($"id=\"{clause.Ref.Clause}\"", StringComparison.Ordinal)..];
                box = box[..box.IndexOf("</article>", StringComparison.Ordinal)];
                Assert.Contains(clause.Text, box, StringComparison.Ordinal);
                Assert.Contains(clause.Provenance.Source, box, StringComparison.Ordinal);
                Assert.Contains(clause.Provenance.Note!, box, StringComparison.Ordinal);
                Assert.Contains($"Confidence: {clause.Provenance.Confidence.ToString().ToLowerInvariant()}", box, StringComparison.Ordinal);
                Assert.All(pack.TestsOf(clause.Ref), test => Assert.Contains(test.Says, box, StringComparison.Ordinal));
            });
            Assert.All(pack.Gaps, gap => Assert.Contains(gap.Text, page, StringComparison.Ordinal));
            Assert.All(pack.Known, fact => Assert.Contains(fact.Text, page, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_page_of_law_answers_for_the_day_that_is_asked()
    {
        Assert.Contains("Not in force on 22 Nov 2014", await PageAsync("/law/kz?date=2014-11-22"), StringComparison.Ordinal);
        Assert.DoesNotContain("Not in force on", await PageAsync("/law/kz?date=2026-11-23"), StringComparison.Ordinal);
        Assert.Contains("Держат проверки", await PageAsync("/law/kz?lang=ru"), StringComparison.Ordinal);
        Assert.Contains("Ұстап тұрған тексерулер", await PageAsync("/law/kz?lang=kk"), StringComparison.Ordinal);
        using var nowhere = await _reader.GetAsync(new Uri("/law/xx", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
    }

    [Fact]
    public async Task The_law_leads_to_packs_ages_and_measures_and_programs_read_it_too()
    {
        var index = await PageAsync("/law");
        Assert.All(["/law/kz", "/law/de", "/age", "/measures", "/api/law/packs", "/schema/pack.json"], address => Assert.Contains($"href=\"{address}\"", index, StringComparison.Ordinal));
        Assert.Contains("href=\"/law\"", await PageAsync("/measures"), StringComparison.Ordinal);
        Assert.Equal(Tarazy.Policy.Loading.PackSchema.Text, await PageAsync("/schema/pack.json"));

        using var packs = JsonDocument.Parse(await PageAsync("/api/law/packs"));
        Assert.Equal(10, packs.RootElement.GetArrayLength());
        using var kz = JsonDocument.Parse(await PageAsync("/api/law/packs/kz?date=2014-11-22"));
        var clause = kz.RootElement.GetProperty("clauses").EnumerateArray().Single(c => c.GetProperty("id").GetString() == "crim-170");
        Assert.Equal("removal", kz.RootElement.GetProperty("demands")[0].GetProperty("kind").GetString());
        Assert.Contains("gov.kz", kz.RootElement.GetProperty("issuers")[0].GetProperty("hosts").EnumerateArray().Select(host => host.GetString()));
        Assert.False(clause.GetProperty("holds").GetBoolean());
        Assert.Equal("low", clause.GetProperty("provenance").GetProperty("confidence").GetString());
        Assert.Equal("remove-post", clause.GetProperty("measures")[2].GetString());
        Assert.Equal(64, clause.GetProperty("digest").GetString()!.Length);
    }

    [Fact]
    public async Task The_search_of_measures_is_the_search_of_its_files()
    {
        Assert.Contains("46 records", await PageAsync("/measures"), StringComparison.Ordinal);
        Assert.Contains("3 records", await PageAsync("/measures?status=revoked"), StringComparison.Ordinal);
        Assert.Equal(4, (await PageAsync("/measures.csv?status=revoked")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("ES-2024-03", await PageAsync("/measures.atom?country=ES"), StringComparison.Ordinal);
        Assert.DoesNotContain("RU-2018", await PageAsync("/measures.json?country=ES"), StringComparison.Ordinal);
        Assert.Contains("ES-2024-03", await PageAsync("/measures?q=pedraz+copyright"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_answers_the_contract()
    {
        var (status, answer) = await AskAsync("""{"jurisdiction":"US-VA","date":"2026-02-26","service":"social_media","proofs":[{"years":16,"over":false},{"years":13,"over":true}]}""");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("time_limit", answer.GetProperty("effect").GetString());
        var rule = answer.GetProperty("rules").EnumerateArray().First();
        Assert.Equal("US-VA-SB854", rule.GetProperty("rule").GetString());
        Assert.Equal(60, rule.GetProperty("minutes_per_day").GetInt32());
        Assert.Equal("high", rule.GetProperty("confidence").GetString());
        Assert.Equal(3, rule.GetProperty("sources").GetArrayLength());
    }

    [Theory]
    [InlineData("""{"jurisdiction":"AU","service":"social_media","birth_date":"2012-01-01"}""", "birth_date")]
    [InlineData("""{"jurisdiction":"AU","service":"social_media","document":"x"}""", "document")]
    [InlineData("""{"jurisdiction":"AU","service":"social_media","proofs":[{"years":16,"over":false,"name":"x"}]}""", "name")]
    [InlineData("""{"service":"social_media"}""", "fields are")]
    [InlineData("""{"jurisdiction":"AU","service":"radio"}""", "service")]
    [InlineData("""{"jurisdiction":"AU","service":"social_media","proofs":[{"years":16,"over":false},{"years":18,"over":true}]}""", "contradict")]
    [InlineData("not json", "")]
    [InlineData("null", "")]
    public async Task What_says_who_a_person_is_is_refused_and_so_is_nonsense(string body, string says)
    {
        var (status, answer) = await AskAsync(body);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(says, answer.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    private async Task<string> PageAsync(string address)
    {
        using var answer = await _reader.GetAsync(new Uri(address, UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> AskAsync(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _reader.PostAsync(new Uri("/api/age/evaluate", UriKind.Relative), content, Cancel);
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        return (answer.StatusCode, document.RootElement.Clone());
    }
}
