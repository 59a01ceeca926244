using System.Net;
using System.Text;
using System.Text.Json;
using Tarazy.Policy.Ages;
using Tarazy.Policy.Ages.Proofs;
using Tarazy.Policy.Ages.Proofs.Demonstration;

namespace Tarazy.Tests.Server.Public;

/// <summary>Age proofs over HTTP on a desk that believes one invented issuer: what comes out, what is refused, and what is left behind.</summary>
public sealed class AgeProofApiTests(DeskThatBelieves desk) : IClassFixture<DeskThatBelieves>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sd_jwt", true)]
    [InlineData("sd_jwt", false)]
    [InlineData("mdoc", true)]
    [InlineData("mdoc", false)]
    public async Task A_proof_comes_out_as_a_boolean_an_issuer_and_a_time(string format, bool over)
    {
        var (nonce, token) = await ProofAsync(format, over);
        var (status, answer) = await VerifyAsync(format, 16, token, nonce);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["at", "issuer", "over", "years"], answer.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal));
        Assert.Equal((over, 16, DeskThatBelieves.IssuerName), (answer.GetProperty("over").GetBoolean(), answer.GetProperty("years").GetInt32(), answer.GetProperty("issuer").GetString()));

        (status, answer) = await VerifyAsync(format, 16, token, nonce);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "replay"), (status, answer.GetProperty("refused").GetString()));
    }

    [Fact]
    public async Task Nothing_of_a_proof_is_kept_or_logged_but_threshold_issuer_and_time()
    {
        foreach (var format in (string[])["sd_jwt", "mdoc"])
        {
            var (nonce, token) = await ProofAsync(format, over: true);
            Assert.Equal(HttpStatusCode.OK, (await VerifyAsync(format, 16, token, nonce)).Status);
            var point = desk.Holder.ExportParameters(includePrivateParameters: false).Q.X!;
            string[] traces = [nonce, token[..64], token[^64..], System.Buffers.Text.Base64Url.EncodeToString(point)];
            Assert.DoesNotContain(desk.Heard.Lines, line => traces.Any(trace => line.Contains(trace, StringComparison.Ordinal)));
            Assert.Contains(desk.Heard.Lines, line => line == $"An age threshold was proven: 16 or over is True, says {DeskThatBelieves.IssuerName}.");
            foreach (var file in desk.Folder.EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.Name is not ("age-issuers.yaml" or "lock")))
            {
                var bytes = await DeskThatBelieves.ReadAsync(file.FullName);
                Assert.All(traces, trace => Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(trace))));
                Assert.Equal(-1, bytes.AsSpan().IndexOf(point));
            }
        }
    }

    [Theory]
    [InlineData("""{"format":"sd_jwt","years":16,"token":"x","nonce":"n","birth_date":"2012-01-01"}""", "birth_date")]
    [InlineData("""{"format":"jpeg","years":16,"token":"x","nonce":"n"}""", "format")]
    [InlineData("""{"format":"sd_jwt","years":0,"token":"x","nonce":"n"}""", "1 to 120")]
    [InlineData("""{"format":"sd_jwt","years":16,"token":"x","nonce":""}""", "nonce")]
    [InlineData("""{"format":"sd_jwt","years":16}""", "The fields are")]
    [InlineData("[]", "The fields are")]
    public async Task What_cannot_be_meant_is_refused_in_a_sentence(string body, string says)
    {
        var (status, answer) = await PostAsync("/api/age/proofs/verify", body);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(says, answer.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sd_jwt", "x", "shape")]
    [InlineData("mdoc", "!", "shape")]
    [InlineData("mdoc", "AAAA", "shape")]
    public async Task A_proof_that_is_none_is_refused_at_its_shape(string format, string token, string check)
    {
        var (status, answer) = await VerifyAsync(format, 16, token, "n");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, check), (status, answer.GetProperty("refused").GetString()));
    }

    [Fact]
    public async Task More_than_is_read_is_refused_and_so_is_an_issuer_for_tests()
    {
        var (status, _) = await VerifyAsync("sd_jwt", 16, new string('a', 100_000), "n");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        using var test = new TestIssuer("https://test.example", TimeProvider.System.GetUtcNow());
        var (nonce, token) = await ProofAsync("sd_jwt", over: true, test);
        Assert.Equal("issuer", (await VerifyAsync("sd_jwt", 16, token, nonce)).Answer.GetProperty("refused").GetString());
    }

    [Theory]
    [InlineData("", "Prove an age")]
    [InlineData("?years=16&over=yes&form=sd-jwt&try=none", "Proven: 16 or over: yes")]
    [InlineData("?years=18&over=no&form=mdoc&try=none", "Proven: 18 or over: no")]
    [InlineData("?form=sd-jwt&try=wrong-nonce", "A stolen proof is of no use here")]
    [InlineData("?form=mdoc&try=replayed", "A request is answered once")]
    [InlineData("?form=mdoc&try=tampered", "not what the issuer signed")]
    [InlineData("?form=sd-jwt&try=untrusted-issuer", "Anybody can sign")]
    [InlineData("?form=sd-jwt&try=expired&lang=ru", "несколько недель")]
    [InlineData("?form=sd-jwt&try=expired&lang=kk", "бірнеше апта")]
    [InlineData("?years=999&over=%3Cscript%3E&form=x&try=x", "Prove an age")]
    public async Task The_page_shows_a_proof_and_each_forgery(string query, string says)
    {
        var page = WebUtility.HtmlDecode(await desk.Program.GetStringAsync(new Uri("/age/proof" + query, UriKind.Relative), Cancel));
        Assert.Contains(says, page, StringComparison.Ordinal);
        Assert.Contains("urn:tarazy", query.Contains("try=", StringComparison.Ordinal) && !query.EndsWith("try=x", StringComparison.Ordinal) ? page : "urn:tarazy", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changes_next_is_json_and_a_calendar()
    {
        var calendar = await desk.Program.GetStringAsync(new Uri("/age/changes.ics?country=GR", UriKind.Relative), Cancel);
        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", calendar, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20270101\r\nDTEND;VALUE=DATE:20270102\r\n", calendar, StringComparison.Ordinal);
        Assert.All(calendar.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        var whole = await desk.Program.GetStringAsync(new Uri("/age/changes.ics", UriKind.Relative), Cancel);
        Assert.Contains("DTSTART;VALUE=DATE:20270101\r\nDTEND;VALUE=DATE:20280101\r\n", whole, StringComparison.Ordinal); // GB-2027: a year is a year
        using var changes = JsonDocument.Parse(await desk.Program.GetStringAsync(new Uri("/api/age/changes?country=gr", UriKind.Relative), Cancel));
        Assert.Equal("GR-2027", changes.RootElement[0].GetProperty("rule").GetString());
        Assert.NotEmpty(changes.RootElement[0].GetProperty("sources").EnumerateArray());
        using var wrong = await desk.Program.GetAsync(new Uri("/api/age/changes?country=Greece", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    private async Task<(string Nonce, string Token)> ProofAsync(string format, bool over, TestIssuer? by = null)
    {
        var (status, asked) = await PostAsync("/api/age/proofs/nonce", "");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal([DeskThatBelieves.IssuerName], asked.GetProperty("issuers").EnumerateArray().Select(name => name.GetString()));
        var request = new AgeProofRequest(16, asked.GetProperty("nonce").GetString()!, asked.GetProperty("audience").GetString()!, asked.GetProperty("response_address").GetString()!);
        var now = TimeProvider.System.GetUtcNow();
        var credential = new TestCredential(new ThresholdProof(16, over), now.AddDays(-1), now.AddDays(30));
        return (request.Nonce, format == "sd_jwt"
            ? TestSdJwt.Issue(by ?? desk.Issuer, credential, desk.Holder).Present(request, desk.Holder, now)
            : System.Buffers.Text.Base64Url.EncodeToString(TestMdoc.Issue(by ?? desk.Issuer, credential, desk.Holder).Present(request, desk.Holder)));
    }

    private Task<(HttpStatusCode Status, JsonElement Answer)> VerifyAsync(string format, int years, string token, string nonce) =>
        PostAsync("/api/age/proofs/verify", JsonSerializer.Serialize(new { format, years, token, nonce }));

    private async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(string address, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await desk.Program.PostAsync(new Uri(address, UriKind.Relative), content, Cancel);
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        return (answer.StatusCode, document.RootElement.Clone());
    }
}
