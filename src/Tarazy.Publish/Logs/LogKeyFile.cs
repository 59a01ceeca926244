using System.Text;
using Tarazy.TransparencyLog;
using Tarazy.TransparencyLog.Checkpoints;

namespace Tarazy.Publish.Logs;

/// <summary>The signing key in its file. It is made once; a log that has lost its key is not given another one silently.</summary>
internal static class LogKeyFile
{
    private const int LongestFile = 4096;

    public static SignerKey Open(string path, string origin, bool logExists)
    {
        if (!File.Exists(path))
        {
            return logExists
                ? throw new LogDamagedException($"The log exists but its key file {path} does not; a new key would be a new log.")
                : Create(path, origin);
        }

        if (new FileInfo(path).Length > LongestFile)
        {
            throw new LogDamagedException($"The key file {path} is longer than {LongestFile} bytes.");
        }

        var key = SignerKey.Parse(File.ReadAllText(path));
        if (!key.Ok)
        {
            throw new LogDamagedException($"The key file {path} cannot be read: {key.Why}");
        }

        return key.Value.Verifier.Name == origin
            ? key.Value
            : throw new LogDamagedException($"The key in {path} is named {key.Value.Verifier.Name}, but the log's origin is {origin}.");
    }

    private static SignerKey Create(string path, string origin)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var key = SignerKey.Create(origin);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        // Beside first: a key file that is only half there would stop the desk for good.
        var beside = path + ".new";
        File.Delete(beside);
        using (var file = new FileStream(beside, options))
        {
            file.Write(Encoding.UTF8.GetBytes(key.Export() + "\n"));
            file.Flush(flushToDisk: true);
        }

        File.Move(beside, path);
        return key;
    }
}
