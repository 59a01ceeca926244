using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Tarazy.Server.Public.Register;
using Published = Tarazy.Publish.Register;

namespace Tarazy.Tests.Server.Public;

public class RegisterFilesTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+7 700", "'+7 700")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\r\nb", "\"a\r\nb\"")]
    [InlineData("telegram:@steppe", "telegram:@steppe")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_field_of_the_csv_is_text_and_never_a_formula(string? value, string field) =>
        Assert.Equal(field, RegisterCsv.Field(value));

    [Fact]
    public void A_line_of_the_csv_has_a_field_for_every_name_in_its_head()
    {
        var lines = RegisterCsv.Write([Entries.Line(channel: "=cmd")]).Split("\r\n");

        Assert.Equal(3, lines.Length);
        Assert.Equal(lines[0].Split(',').Length, lines[1].Split(',').Length);
        Assert.StartsWith("N-2026-0001,3,2026-03-01T09:00:00Z,2026-03-01T11:00:00Z,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",'=cmd,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_feed_stays_whole_whatever_a_title_holds()
    {
        const string Title = "<b>\"&]]>\u0001\ud800 Қазақша 🐎";
        var feed = Read(new AtomHead("https://desk.example/", "q=a&law=kz", "Register", "Desk"), [(Entries.Line(), Title)]);

        var entry = Assert.Single(feed.Root!.Elements(Atom + "entry"));
        Assert.Equal("N-2026-0001. <b>\"&]]>\ufffd Қазақша 🐎", entry.Element(Atom + "title")!.Value);
        Assert.Equal("https://desk.example/register/N-2026-0001", entry.Element(Atom + "id")!.Value);
        Assert.Equal("2026-03-01T13:00:00Z", entry.Element(Atom + "updated")!.Value);
        Assert.Equal("https://desk.example/register.atom?q=a&law=kz", feed.Root.Element(Atom + "id")!.Value);
    }

    [Fact]
    public void A_feed_without_notices_still_says_when_it_changed() =>
        Assert.Equal("1970-01-01T00:00:00Z", Read(new AtomHead("https://desk.example", "", "R", "D"), []).Root!.Element(Atom + "updated")!.Value);

    [Fact]
    public void The_json_of_a_sealed_notice_does_not_carry_the_id_from_which_its_post_could_be_guessed()
    {
        var json = Encoding.UTF8.GetString(RegisterJson.Write(new Published.RegisterPage([Entries.Line(new DateOnly(2027, 1, 1))], 1, 2)));

        Assert.DoesNotContain("notice:77aa", json, StringComparison.Ordinal);
        var root = JsonDocument.Parse(json).RootElement;
        Assert.Equal(2, root.GetProperty("next").GetInt64());
        Assert.False(root.GetProperty("notices")[0].TryGetProperty("subject", out _));
        Assert.Equal("2027-01-01", root.GetProperty("notices")[0].GetProperty("sealedUntil").GetString());
    }

    private static XDocument Read(AtomHead head, IReadOnlyList<(Published.RegisterLine Line, string Title)> notices)
    {
        using var bytes = new MemoryStream(RegisterAtom.Write(head, notices));
        return XDocument.Load(bytes);
    }
}
