using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tarazy.Server.Commands;
using Tarazy.Server.Hosting;
using Tarazy.Storage.Contexts;
using Tarazy.TestKit.Databases;

namespace Tarazy.Tests.Server.Commands;

/// <summary>What is looked at before a desk is opened.</summary>
public sealed class DeskStartTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-start-");

    [Theory]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://0.0.0.0:80", true)]
    [InlineData("http://[::1]:5080", true)]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://300.1.1.1:5080", false)] // a slip in an address would open the desk to every network
    [InlineData("http://desk.example.org", false)]
    [InlineData("http://127.0.0.1:5080/desk", false)]
    [InlineData("ftp://127.0.0.1", false)]
    [InlineData("127.0.0.1:5080", false)]
    public void A_desk_listens_where_it_is_told_and_nowhere_else(string url, bool can) =>
        Assert.Equal(can, ServeCommand.Fault(url) is null);

    [Fact]
    public void A_file_where_the_desks_folder_should_be_is_named()
    {
        var file = Write("desk", "");
        Assert.Contains(file, Assert.Throws<InvalidDataException>(() => DeskFolder.Open(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_key_of_links_is_never_replaced()
    {
        var folder = DeskFolder.Open(_folder.FullName);
        folder.LinkSecret();
        var key = Write("keys/links.key", "cut");
        Assert.Contains("links.key", Assert.Throws<InvalidDataException>(folder.LinkSecret).Message, StringComparison.Ordinal);
        Assert.Equal("cut", File.ReadAllText(key));
    }

    [Fact]
    public void A_command_reads_the_settings_that_the_desk_reads()
    {
        Write("tarazy.json", """{ "Labels": { "Topics": ["election-day"] } }""");
        var settings = new ConfigurationBuilder().AddDeskSettings(DeskFolder.Open(_folder.FullName)).Build();
        Assert.Equal("election-day", settings["Labels:Topics:0"]);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_left_as_it_is()
    {
        await using var file = new SqliteFile();
        var folder = DeskFolder.Open(_folder.FullName);
        await using var services = new ServiceCollection().AddLogging().AddDesk(folder, file.Options.Database, new ConfigurationBuilder().Build()).BuildServiceProvider();
        var cancel = TestContext.Current.CancellationToken;
        await Migrations.ApplyAsync(services, cancel);
        await using (var db = await services.GetRequiredService<IDbContextFactory<DeskContext>>().CreateDbContextAsync(cancel))
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99.0.0')", cancel);
        }

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => Migrations.ApplyAsync(services, cancel));
        Assert.Contains("29990101000000_Later", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
