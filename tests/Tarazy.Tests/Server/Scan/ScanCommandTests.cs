using Tarazy.Server.Commands.Scan;

namespace Tarazy.Tests.Server.Scan;

public sealed class ScanCommandTests : IDisposable
{
    private const string Public =
        """
        {"name": "Сапар", "type": "public_channel", "id": 1591537674, "messages": [
          {"id": 1, "type": "message", "date": "2026-11-02T10:00:00", "date_unixtime": "1793613600", "text": "Контракт, фронт, 2 000 000 теңге, жазыңыз @sarbaz_work"},
          {"id": 2, "type": "message", "date": "2026-11-02T11:00:00", "date_unixtime": "1793617200", "text": "Бүгін қалада жаңа мектеп ашылды"},
          {"id": 3, "type": "message", "date": "2026-11-02T12:00:00", "date_unixtime": "1793620800", "text": "Бүгін қалада жаңа мектеп ашылды"}]}
        """;

    private const string Private =
        """
        {"name": "Аня", "type": "personal_chat", "id": 7, "messages": [
          {"id": 1, "type": "message", "date": "2026-11-02T10:00:00", "date_unixtime": "1793613600", "text": "Привет"}]}
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-scan-");
    private readonly ScanCapture _said = new();

    [Fact]
    public async Task A_clean_export_with_a_finding_ends_with_0_because_findings_are_what_a_scan_is_for()
    {
        Assert.Equal(ScanCommand.Done, await RunAsync(new ScanArguments(Write("result.json", Public), Json: true)));
        var json = _said.Json();
        Assert.Contains(json["findings"]!.AsArray(), f => f!["rule"]!.GetValue<string>() == "mercenary-recruitment");
    }

    [Fact]
    public async Task The_json_has_the_members_that_programs_rely_on()
    {
        await RunAsync(new ScanArguments(Write("result.json", Public), Json: true));
        var json = _said.Json();
        Assert.Equal(3, json["posts"]!.GetValue<int>());
        Assert.Equal("telegram:1591537674", Assert.Single(json["channels"]!.AsArray())!["id"]!.GetValue<string>());
        Assert.Equal("Сапар", json["channels"]![0]!["title"]!.GetValue<string>());
        Assert.Empty(json["refused"]!.AsArray());
        Assert.Equal(3, json["languages"]!.AsObject().Sum(l => l.Value!.GetValue<int>()));
        var story = Assert.Single(json["stories"]!.AsArray())!;
        Assert.Equal((2, 1, 2), (story["copies"]!.GetValue<int>(), story["channels"]!.GetValue<int>(), story["firstMessage"]!.GetValue<int>()));
        var finding = json["findings"]!.AsArray().First(f => f!["rule"]!.GetValue<string>() == "mercenary-recruitment")!;
        Assert.Contains(finding["strength"]!.GetValue<string>(), new[] { "low", "medium", "high" });
        Assert.Contains(finding["evidence"]!.AsArray(), e => e!["words"]!.GetValue<string>() == "@sarbaz_work");
    }

    [Fact]
    public async Task Lines_show_the_story_and_the_words_of_the_finding()
    {
        Assert.Equal(ScanCommand.Done, await RunAsync(new ScanArguments(Write("result.json", Public))));
        Assert.Contains("3 posts in 1 channel", _said.Lines, StringComparison.Ordinal);
        Assert.Contains("2 copies", _said.Lines, StringComparison.Ordinal);
        Assert.Contains("@sarbaz_work[", _said.Lines, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_chat_is_refused_unread_and_nothing_of_it_is_shown()
    {
        Assert.Equal(ScanCommand.InputRefused, await RunAsync(new ScanArguments(Write("result.json", Private), Json: true)));
        var json = _said.Json();
        Assert.Equal("private-chat", Assert.Single(json["refused"]!.AsArray())!["code"]!.GetValue<string>());
        Assert.DoesNotContain("Привет", json.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Аня", json.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_chat_beside_a_public_channel_is_no_fault_of_the_input()
    {
        Write("a.json", Public);
        Write("b.json", Private);
        Assert.Equal(ScanCommand.Done, await RunAsync(new ScanArguments(_folder.FullName, Json: true)));
    }

    [Fact]
    public async Task A_file_cut_in_the_middle_ends_with_1_and_keeps_the_whole_posts_before_the_cut()
    {
        Assert.Equal(ScanCommand.InputRefused, await RunAsync(new ScanArguments(Write("result.json", Public[..^60]), Json: true)));
        Assert.Equal(2, _said.Json()["posts"]!.GetValue<int>());
    }

    [Fact]
    public async Task The_same_posts_in_two_files_are_counted_once()
    {
        Write("a.json", Public);
        Write("b.json", Public);
        await RunAsync(new ScanArguments(_folder.FullName, Json: true));
        Assert.Equal(3, _said.Json()["posts"]!.GetValue<int>());
        Assert.Equal(2, _said.Json()["stories"]![0]!["copies"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("Mars/Olympus", 20)]
    [InlineData("+05:00", 0)]
    [InlineData("+05:00", 10_001)]
    public async Task Options_that_mean_nothing_are_wrong_usage(string zone, int most) =>
        Assert.Equal(ScanCommand.WrongUsage, await RunAsync(new ScanArguments(Write("result.json", Public), TimeZone: zone, Most: most)));

    [Fact]
    public async Task A_path_that_is_not_there_is_said_and_ends_with_1()
    {
        Assert.Equal(ScanCommand.InputRefused, await RunAsync(new ScanArguments(Path.Combine(_folder.FullName, "nowhere"))));
        Assert.Contains("nowhere", _said.Lines + _said.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_is_written_and_days_follow_the_time_zone()
    {
        var page = new FileInfo(Path.Combine(_folder.FullName, "report.html"));
        await RunAsync(new ScanArguments(Write("result.json", Public), Html: page, TimeZone: "+14:00"));
        var html = await File.ReadAllTextAsync(page.FullName, TestContext.Current.CancellationToken);
        Assert.StartsWith("<!doctype html>", html, StringComparison.Ordinal);
        Assert.Contains("3 November 2026", html, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.FullName, html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_takes_what_its_help_promises()
    {
        var command = ScanCommand.Create();
        Assert.Equal(["--channels", "--html", "--json", "--most", "--time-zone"], command.Options.Select(o => o.Name).Order(StringComparer.Ordinal));
        Assert.Empty(command.Parse("result.json --json --html x.html --most 5 --time-zone Asia/Almaty --channels c.csv").Errors);
        Assert.NotEmpty(command.Parse("").Errors);
    }

    public void Dispose()
    {
        _said.Dispose();
        _folder.Delete(recursive: true);
    }

    private Task<int> RunAsync(ScanArguments arguments) => ScanCommand.RunAsync(arguments, _said.Output, TestContext.Current.CancellationToken);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
