using System.CommandLine;
using System.Globalization;
using Tarazy.Server.Commands;
using Tarazy.Server.Commands.Age;
using Tarazy.Server.Commands.Evaluate;
using Tarazy.Server.Commands.FactChecks;
using Tarazy.Server.Commands.Faults;
using Tarazy.Server.Commands.Policies;
using Tarazy.Server.Commands.Rules;
using Tarazy.Server.Commands.Scan;

// The command line speaks English and writes figures for programs. The pages choose a language with each request.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

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

// 2 is wrong usage; a command itself answers 0, or 1 when its input was refused or something was found wrong; 130 is stopped.
return await CommandEdge.RunAsync(root.Parse(args));
