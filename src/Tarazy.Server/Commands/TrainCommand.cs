using System.CommandLine;
using Tarazy.Server.Commands.Train.Labels;
using Tarazy.Server.Commands.Train.Language;
using Tarazy.Server.Commands.Train.SameStory;
using Tarazy.Server.Commands.Train.Spelling;

namespace Tarazy.Server.Commands;

/// <summary><c>tarazy train</c>: makes the small models that ship, so that anyone can make them again.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var command = new Command("train", "Make a model from data sets.");
        command.Subcommands.Add(TrainLanguage.Create());
        command.Subcommands.Add(TrainSpelling.Create());
        command.Subcommands.Add(TrainSameStory.Create());
        command.Subcommands.Add(TrainDesk.Create());
        command.Subcommands.Add(TrainTechniques.Create());
        command.Subcommands.Add(TrainSentiment.Create());
        TrainLabels.AddTo(command);
        return command;
    }
}
