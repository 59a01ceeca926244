using System.CommandLine;
using Tarazy.Server.Commands;

var root = new RootCommand("Tarazy, a notice desk for public channels.")
{
    ServeCommand.Create(),
    MigrateCommand.Create(),
    TrainCommand.Create(),
};

// 2 is wrong usage; a command itself answers 0, or 1 when its input was refused or something was found wrong.
var parsed = root.Parse(args);
return parsed.Errors.Count > 0 ? await ShowErrorsAsync(parsed) : await parsed.InvokeAsync();

static async Task<int> ShowErrorsAsync(ParseResult parsed)
{
    await parsed.InvokeAsync();
    return 2;
}
