using System.CommandLine;
using System.Text.Json;
using Tarazy.Records.Canonical;
using Tarazy.TransparencyLog.Checkpoints;
using Tarazy.TransparencyLog.Receipts;

namespace Tarazy.Server.Commands;

/// <summary>
/// <c>tarazy verify</c>: checks a receipt, or a whole log, without the desk. 0: everything holds under the given key. 1: something
/// does not. 2: it could not be told, because a file cannot be read or no key was given.
/// </summary>
internal static class VerifyCommand
{
    private const int Holds = 0;
    private const int Fails = 1;
    private const int Unknown = 2;
    private const int LongestKeyFile = 4096;

    public static Command Create()
    {
        var what = new Argument<string>("path") { Description = "A receipt (.json), or the folder of a log." };
        var key = new Option<string?>("--key")
        {
            Description = "The log's key (name+hash+key) or a file that holds it. Without it the key is taken from what is checked, and the exit code is 2.",
        };
        var json = new Option<bool>("--json") { Description = "Write the steps as JSON." };
        var command = new Command("verify", "Check a receipt or a log. Exit code 0: it holds, 1: it does not, 2: that cannot be told.") { what, key, json };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(what), parsed.GetValue(key), parsed.GetValue(json), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string path, string? givenKey, bool json, TextWriter output)
    {
        try
        {
            var pinned = givenKey is null ? null : ReadKey(givenKey);
            var report = Directory.Exists(path) ? Check.Folder(path, pinned) : Check.Receipt(ReadReceipt(path), pinned);
            Write(report, json, output);
            return report.Verdict switch { Verdict.Verified => Holds, Verdict.Failed => Fails, _ => Unknown };
        }
        catch (Exception unreadable) when (unreadable is FormatException or IOException or UnauthorizedAccessException)
        {
            output.WriteLine(json
                ? JsonSerializer.Serialize(new { verdict = "unreadable", says = unreadable.Message }, DeskJson.Options)
                : $"Cannot be checked: {unreadable.Message}");
            return Unknown;
        }
    }

    private static VerifierKey ReadKey(string given)
    {
        if (!File.Exists(given))
        {
            return VerifierKey.Parse(given).Required();
        }

        return new FileInfo(given).Length <= LongestKeyFile
            ? VerifierKey.Parse(File.ReadAllText(given)).Required()
            : throw new FormatException($"The key file {given} is longer than {LongestKeyFile} bytes.");
    }

    private static Receipt ReadReceipt(string path)
    {
        if (!File.Exists(path))
        {
            throw new FormatException($"There is neither a file nor a folder {path}.");
        }

        return new FileInfo(path).Length <= ReceiptFile.LongestFile
            ? ReceiptFile.Parse(File.ReadAllBytes(path)).Required()
            : throw new FormatException($"{path} is longer than a receipt can be ({ReceiptFile.LongestFile} bytes).");
    }

    private static void Write(CheckReport report, bool json, TextWriter output)
    {
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(new { report.Verdict, report.Steps }, DeskJson.Options));
            return;
        }

        foreach (var step in report.Steps)
        {
            output.WriteLine($"{(step.Ok ? step.Code is "key-not-pinned" or "not-opened" ? "note" : "ok  " : "NO  ")}  {step.Says}");
        }

        output.WriteLine(report.Verdict switch
        {
            Verdict.Verified => "Verified.",
            Verdict.Failed => "Not verified.",
            _ => "Whole, but the signer is not known: no key was given.",
        });
    }
}
