using System.CommandLine;
using Microsoft.Extensions.Logging.Console;
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

    /// <summary>Opens the folder, and says so when a new desk is made: a slip in the name would look like a desk without posts.</summary>
    public DeskFolder Folder(ParseResult parsed)
    {
        var named = parsed.GetValue(_data)!;
        var made = !Directory.Exists(named);
        var folder = DeskFolder.Open(named);
        if (made)
        {
            Console.Error.WriteLine($"A new desk is made in {folder.Root}.");
        }

        return folder;
    }

    public string? Database(ParseResult parsed) => parsed.GetValue(_database) ?? Environment.GetEnvironmentVariable("TARAZY_DATABASE");

    /// <summary>The desk's services for a command that is not the web host.</summary>
    public IServiceCollection Services(ParseResult parsed)
    {
        var folder = Folder(parsed);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging
            .AddSimpleConsole(line => line.SingleLine = true)
            .SetMinimumLevel(LogLevel.Warning)

            // It throws what it logs, and the command says it.
            .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None));
        services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        return services.AddDesk(folder, Database(parsed), new ConfigurationBuilder().AddDeskSettings(folder).Build());
    }
}
