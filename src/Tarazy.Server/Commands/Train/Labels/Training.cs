using System.CommandLine;
using Tarazy.Server.Commands.Evaluate;

namespace Tarazy.Server.Commands.Train.Labels;

/// <summary>What the commands that make label models have in common.</summary>
internal static class Training
{
    /// <returns>0, or 1 when the data or the folders would not do; a sentence has said why then.</returns>
    public static int Run(ParseResult parsed, Action train)
    {
        try
        {
            train();
            return 0;
        }
        catch (Exception fault) when (fault is EvaluateRefusedException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            parsed.InvocationConfiguration.Error.WriteLine(fault.Message);
            return 1;
        }
    }
}
