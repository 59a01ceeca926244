using System.Text.RegularExpressions;

namespace Tarazy.Server.Commands.Faults;

/// <summary>What is wrong with a command line, without the names of types that its reader puts into it.</summary>
internal static partial class UsageWords
{
    public static string Of(string says) => Types().Replace(Numbers().Replace(says, "; a number is wanted."), ".");

    [GeneratedRegex(@" as expected type '[^']*(Int32|Int64|Single|Double)[^']*'\.", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex(@" as expected type '[^']*'\.", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Types();
}
