using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Tarazy.Server.Commands.Age;

namespace Tarazy.Tests.Server.Public;

/// <summary><c>tarazy age</c>, for a person and for a program.</summary>
public class AgeCommandTests
{
    [Fact]
    public void A_person_reads_the_answer_with_its_act_its_evidence_and_what_is_next()
    {
        var (exit, output, _) = Run("--country", "au", "--service", "social_media", "--date", "2026-01-01", "--over", "16=false");
        Assert.Equal(0, exit);
        Assert.StartsWith("Australia, Social media, 2026-01-01: No account.", output, StringComparison.Ordinal);
        Assert.Contains("  * No account, under 16", output, StringComparison.Ordinal);
        Assert.Contains("AU-SMMA-2024: Online Safety Amendment", output, StringComparison.Ordinal);
        Assert.Contains("In effect that day; it covers the service; the proven age lies in its band.", output, StringComparison.Ordinal);
        Assert.Contains("confidence high", output, StringComparison.Ordinal);
        Assert.Contains("https://newsapp.abc.net.au/", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-02-26", "time_limit")]
    [InlineData("2026-02-27", null)]
    public void A_program_reads_one_object(string date, string? effect)
    {
        var (exit, output, _) = Run("--country", "US-VA", "--service", "social_media", "--date", date, "--over", "13=true", "--over", "16=false", "--json");
        Assert.Equal(0, exit);
        using var json = JsonDocument.Parse(output);
        Assert.Equal(effect, json.RootElement.TryGetProperty("effect", out var said) ? said.GetString() : null);
        Assert.Contains(json.RootElement.GetProperty("rules").EnumerateArray(), rule => rule.GetProperty("rule").GetString() == "US-VA-SB854" && rule.GetProperty("sources").GetArrayLength() == 3);
    }

    [Theory]
    [InlineData("2025-05-01T23:59", "closed at 23:59 Asia/Shanghai")]
    [InlineData("2025-05-02T00:00", "closed at 00:00 Asia/Shanghai")]
    [InlineData("2025-05-02T05:59", "closed at 05:59 Asia/Shanghai")]
    [InlineData("2025-05-02T06:00", "open at 06:00 Asia/Shanghai")]
    [InlineData("2025-05-01T17:59+02:00", "closed at 23:59 Asia/Shanghai")]
    public void Without_a_day_the_day_is_that_of_the_moment_there(string at, string says) =>
        Assert.Contains(says, Run("--country", "CN", "--service", "device_mode", "--at", at, "--over", "16=false").Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("No rule is known", "--country", "JP", "--service", "messaging")]
    [InlineData("leave this service out", "--country", "AU", "--service", "messaging", "--date", "2026-01-01")]
    [InlineData("none binds at the proven age", "--country", "AU", "--service", "social_media", "--date", "2026-01-01", "--over", "16=true")]
    public void What_is_not_known_is_said_in_a_sentence(string says, params string[] arguments) => Assert.Contains(says, Run(arguments).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("no code of a country", "--country", "Australia", "--service", "social_media")]
    [InlineData("--service: radio is not known", "--country", "AU", "--service", "radio")]
    [InlineData("--date: soon is no day", "--country", "AU", "--service", "social_media", "--date", "soon")]
    [InlineData("--over: sixteen is no proof", "--country", "AU", "--service", "social_media", "--over", "sixteen")]
    [InlineData("contradict", "--country", "AU", "--service", "social_media", "--over", "18=true", "--over", "16=false")]
    [InlineData("no time zone", "--country", "AU", "--service", "social_media", "--zone", "Mars/Base")]
    [InlineData("does not exist", "--country", "FR", "--service", "social_media", "--at", "2026-03-29T02:30")]
    [InlineData("The day and the moment differ", "--country", "FR", "--service", "social_media", "--date", "2026-03-28", "--at", "2026-03-29T04:30")]
    [InlineData("not below zero", "--country", "AU", "--service", "social_media", "--users", "-1")]
    public void What_cannot_be_meant_is_refused_in_a_sentence(string says, params string[] arguments)
    {
        var (exit, output, error) = Run(arguments);
        Assert.Equal((2, ""), (exit, output));
        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_changes_next_is_told_for_every_place_and_for_one()
    {
        var all = Run("next").Output;
        Assert.Contains("GR-2027", all, StringComparison.Ordinal);
        Assert.Contains("US-NE-LB383", all, StringComparison.Ordinal);
        var one = Run("next", "--country", "gr").Output;
        Assert.Contains("GR-2027", one, StringComparison.Ordinal);
        Assert.DoesNotContain("US-NE-LB383", one, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Run("next", "--country", "GR", "--json").Output);
        Assert.Equal("2027-01-01", json.RootElement[0].GetProperty("on").GetString());
        Assert.Contains("no code of a country", Run("next", "--country", "Greece").Error, StringComparison.Ordinal);
    }

    private static (int Exit, string Output, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var exit = new RootCommand { AgeCommand.Create() }.Parse(["age", .. arguments]).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (exit, output.ToString(), error.ToString());
    }
}
