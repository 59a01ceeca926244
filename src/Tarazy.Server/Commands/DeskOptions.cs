using System.CommandLine;
using Tarazy.Server.Hosting;

namespace Tarazy.Server.Commands;

/// <summary>Where the desk is: the options that every command on a store has.</summary>
internal sealed class DeskOptions
{
    private readonly Option<string> _data = new("--data")
    {
        Description = "Folder of the desk: database, log, keys.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("TARAZY_DESK") ?? "data",
        HelpName = "FOLDER",
    };

    private readonly Option<string?> _database = new("--database")
    {
        Description = "SQLite file, or a PostgreSQL connection string (Host=...). The default is desk.db in the folder.",
        HelpName = "DATABASE",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_data);
        command.Options.Add(_database);
    }

    public DeskFolder Folder(ParseResult parsed) => DeskFolder.Open(parsed.GetValue(_data)!);

    public string? Database(ParseResult parsed) => parsed.GetValue(_database) ?? Environment.GetEnvironmentVariable("TARAZY_DATABASE");

    /// <summary>The desk's services for a command that is not the web host.</summary>
    public IServiceCollection Services(ParseResult parsed)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddSimpleConsole(line => line.SingleLine = true).SetMinimumLevel(LogLevel.Warning));
        return services.AddDesk(Folder(parsed), Database(parsed), new ConfigurationBuilder().AddEnvironmentVariables("TARAZY_").Build());
    }
}
