using System.Diagnostics;
using Tarazy.TestKit;

namespace Tarazy.BrowserTests.Kit;

/// <summary>The <c>tarazy</c> command as somebody outside of the desk would run it.</summary>
internal static class CommandLine
{
    /// <returns>The exit code and everything that it printed.</returns>
    public static async Task<(int Code, string Printed)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(DeskProcess.Executable, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var cancel = TestContext.Current.CancellationToken;
        var printed = process.StandardOutput.ReadToEndAsync(cancel);
        var complained = process.StandardError.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return (process.ExitCode, await printed + await complained);
    }
}
