namespace Tarazy.TransparencyLog.Tiles;

/// <summary>
/// The edge to the disk, in the steps at which a crash can fall. Paths are relative to the log's folder, with <c>/</c>.
/// </summary>
internal interface ILogFiles
{
    /// <summary>The bytes of a file; null when there is none. Longer than <paramref name="most"/> is a fault.</summary>
    byte[]? Read(string path, int most);

    /// <summary>Creates or replaces a file and returns when its bytes (not yet its name) are on the disk.</summary>
    void WriteAndSync(string path, ReadOnlySpan<byte> bytes);

    /// <summary>The same for many files in any order; returns when all of them are on the disk.</summary>
    void WriteAndSync(IReadOnlyList<(string Path, byte[] Bytes)> files);

    /// <summary>Atomic; replaces what stood there.</summary>
    void Rename(string from, string to);

    /// <summary>True when the folder was not there before.</summary>
    bool CreateFolder(string path);

    /// <summary>Returns when the names in a folder are on the disk.</summary>
    void SyncFolder(string path);

    void Delete(string path);

    bool FolderExists(string path);

    /// <summary>Held by the one writer until disposed; throws <see cref="LogInUseException"/> when another holds it.</summary>
    IDisposable Lock();
}
