using System.CommandLine;
using Tarazy.Server.Commands;
using Tarazy.Server.Commands.Age;
using Tarazy.Server.Commands.Evaluate;
using Tarazy.Server.Commands.FactChecks;
using Tarazy.Server.Commands.Policies;
using Tarazy.Server.Commands.Rules;
using Tarazy.Server.Commands.Scan;

var root = new RootCommand("Tarazy, a notice desk for public channels.")
{
    ServeCommand.Create(),
    ImportCommand.Create(),
    FactChecksCommand.Create(),
    ScanCommand.Create(),
    VerifyCommand.Create(),
    MigrateCommand.Create(),
    TrainCommand.Create(),
    EvaluateCommand.Create(),
    AgeCommand.Create(),
    PolicyCommand.Create(),
    RulesCommand.Create(),
};

// 2 is wrong usage; a command itself answers 0, or 1 when its input was refused or something was found wrong.
var parsed = root.Parse(args);
if (parsed.Errors.Count == 0)
{
    return await parsed.InvokeAsync();
}

await parsed.InvokeAsync();
return 2;
