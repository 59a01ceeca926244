using System.Globalization;

namespace Tarazy.TransparencyLog.Tiles;

/// <summary>
/// Brings files onto the disk whole or not at all: written beside, flushed, renamed, and the folders flushed at the end.
/// </summary>
internal sealed class TileWriter(ILogFiles files)
{
    public const string Staging = ".staging";

    private readonly HashSet<string> _known = [];
    private readonly HashSet<string> _touched = [];

    public void Write(string path, byte[] bytes) => Write([(path, bytes)]);

    public void Write(IReadOnlyList<(string Path, byte[] Bytes)> whole)
    {
        foreach (var (path, _) in whole)
        {
            Ensure(FolderOf(path));
        }

        var beside = whole.Select((file, i) => (Path: string.Create(CultureInfo.InvariantCulture, $"{Staging}/next-{i}"), file.Bytes)).ToList();
        files.WriteAndSync(beside);
        for (var i = 0; i < whole.Count; i++)
        {
            files.Rename(beside[i].Path, whole[i].Path);
            _touched.Add(FolderOf(whole[i].Path));
        }
    }

    /// <summary>After this the files written so far outlive a power cut, names and all.</summary>
    public void SyncFolders()
    {
        foreach (var folder in _touched)
        {
            files.SyncFolder(folder);
        }

        _touched.Clear();
    }

    public void Ensure(string folder)
    {
        if (folder.Length == 0 || !_known.Add(folder))
        {
            return;
        }

        var parent = FolderOf(folder);
        Ensure(parent);
        files.CreateFolder(folder);

        // Flushed even when the folder was there: a crash may have fallen between its making and this line.
        _touched.Add(parent);
    }

    /// <summary>Forgets what was made: after a fault the disk alone knows.</summary>
    public void Reset()
    {
        _known.Clear();
        _touched.Clear();
    }

    private static string FolderOf(string path) => path.LastIndexOf('/') is var at and >= 0 ? path[..at] : "";
}
