using System.CommandLine;
using Tarazy.Policy.Loading;

namespace Tarazy.Server.Commands.Policies;

/// <summary><c>tarazy policy schema</c>: the JSON Schema of a pack, for editors and other tools.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var command = new Command("schema", "Print the JSON Schema of a pack.");
        command.SetAction(_ =>
        {
            Console.Out.Write(PackSchema.Text);
            return PolicyCommand.Done;
        });
        return command;
    }
}
