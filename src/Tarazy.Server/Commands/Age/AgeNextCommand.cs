using System.CommandLine;
using System.Text.Json;
using Tarazy.Policy.Ages;
using Tarazy.Server.Public.Law;

namespace Tarazy.Server.Commands.Age;

/// <summary><c>tarazy age next</c>: what begins, is planned or ends, with its evidence.</summary>
internal static class AgeNextCommand
{
    public static Command Create()
    {
        var country = new Option<string?>("--country") { Description = "Code of the place, with the layers above it: AU, FR, US-FL; every place without it" };
        var json = new Option<bool>("--json") { Description = "Print one JSON array" };
        var command = new Command("next", "Say which age rules begin, are planned or end next.") { country, json };
        command.SetAction(parsed => Run(parsed.GetValue(country), parsed.GetValue(json), parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(string? country, bool json, InvocationConfiguration console)
    {
        try
        {
            var law = AgeCommand.Law();
            var layers = country is null ? null : law.Places.Layers(AgeAsk.PlaceCode(country));
            var changes = law.Ages.ChangesAfter(LocalMoment.Day(TimeProvider.System.GetUtcNow(), null), layers);
            if (json)
            {
                console.Output.WriteLine(JsonSerializer.Serialize(changes.Select(AgeReplyChange.Of), AgeCommand.Indented));
            }
            else if (changes.Count == 0)
            {
                console.Output.WriteLine("No date is known on which anything changes. That does not mean that nothing will.");
            }
            else
            {
                new TellAge(law, console.Output).Changes(changes);
            }

            return 0;
        }
        catch (ArgumentException fault)
        {
            return AgeCommand.Refused(fault, console);
        }
    }
}
