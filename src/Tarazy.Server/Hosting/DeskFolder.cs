using System.Security.Cryptography;

namespace Tarazy.Server.Hosting;

/// <summary>The desk's folder: database, log, keys. Everything that a backup must hold is in it.</summary>
internal sealed class DeskFolder
{
    private const int SecretBytes = 32;

    private DeskFolder(string root) => Root = root;

    public string Root { get; }

    public string Database => Path.Combine(Root, "desk.db");

    public string Log => Path.Combine(Root, "log");

    public string Keys => Path.Combine(Root, "keys");

    public string LogKey => Path.Combine(Keys, "log.key");

    /// <summary>Makes the folder, readable by its owner alone, unless it is there.</summary>
    public static DeskFolder Open(string root)
    {
        var full = Path.GetFullPath(root);
        if (File.Exists(full))
        {
            throw new InvalidDataException($"{full} is a file, and the desk needs a folder. Name another with --data; nothing was changed.");
        }

        CreatePrivate(full);
        var folder = new DeskFolder(full);
        CreatePrivate(folder.Keys);
        return folder;
    }

    /// <summary>The secret that one-time links are derived from; made on first use.</summary>
    public byte[] LinkSecret()
    {
        var path = Path.Combine(Keys, "links.key");
        if (!File.Exists(path))
        {
            var fresh = path + ".new";
            File.WriteAllText(fresh, Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes)));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(fresh, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            File.Move(fresh, path);
        }

        var kept = new byte[SecretBytes];
        return Convert.TryFromBase64String(File.ReadAllText(path).Trim(), kept, out var length) && length == SecretBytes
            ? kept
            : throw new InvalidDataException($"{path} is damaged: {SecretBytes} bytes in Base64 are wanted. Restore it from a backup; with another key the links that were sent no longer open.");
    }

    private static void CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
