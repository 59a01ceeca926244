using System.Text;
using Tarazy.TransparencyLog.Checkpoints;
using Tarazy.TransparencyLog.Tiles;
using Tarazy.TransparencyLog.Tree;

namespace Tarazy.TransparencyLog;

/// <summary>
/// The one writer of a log. It only grows, and it never signs two roots for one size: entries and tiles are on the disk
/// before a checkpoint is signed, and the signed checkpoint is on the disk before anybody can see it.
/// </summary>
public sealed class Log : IDisposable
{
    /// <summary>A signed promise that is durable but not shown yet. Found after a crash, it is kept.</summary>
    private const string Promised = TileWriter.Staging + "/checkpoint";

    private readonly ILogFiles _files;
    private readonly SignerKey _key;
    private readonly IDisposable _lock;
    private readonly TileWriter _writer;

    // Owned by the caller's thread. Only Append and Reload change them, together, after the checkpoint is out.
    private Frontier _edge = Frontier.Empty();
    private SignedCheckpoint _latest;
    private bool _sure;

    private Log(ILogFiles files, SignerKey key)
    {
        _files = files;
        _key = key;
        _lock = files.Lock();
        _writer = new TileWriter(files);
        Reader = new LogReader(files);
        try
        {
            _latest = Reload();
            Reader.CheckEverything(_latest);
        }
        catch
        {
            _lock.Dispose();
            throw;
        }
    }

    public LogReader Reader { get; }

    /// <summary>The checkpoint that is published now.</summary>
    public SignedCheckpoint Latest => _latest;

    public long Size => _latest.Size;

    /// <summary>
    /// Opens a log for writing, or begins one with a signed checkpoint of size 0. Every entry is read and held against the
    /// checkpoint; a log that does not agree with itself is refused with <see cref="LogDamagedException"/>.
    /// </summary>
    public static Log Open(string folder, SignerKey key)
    {
        Directory.CreateDirectory(folder);
        return Open(new DiskFiles(folder), key);
    }

    internal static Log Open(ILogFiles files, SignerKey key) => new(files, key);

    /// <summary>
    /// Adds entries and publishes the checkpoint that covers them. When it throws, nothing is lost: what was promised is
    /// found again, by the next call or after a restart.
    /// </summary>
    /// <param name="expectedSize">Where the first entry must come to stand.</param>
    public SignedCheckpoint Append(long expectedSize, IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        if (!_sure)
        {
            _latest = Reload();
        }

        if (expectedSize != Size)
        {
            throw new LogDamagedException($"Entry {expectedSize} cannot be added next: the log has {Size} entries.");
        }

        if (entries.Count == 0)
        {
            return _latest;
        }

        _sure = false;
        var edge = _edge.Copy();
        WriteTiles(edge, entries);
        var next = new Checkpoint(_latest.Checkpoint.Origin, edge.Size, edge.Root());
        HoldAgainstTiles(next);
        Publish(SignedCheckpoint.Sign(next, _key));
        (_edge, _sure) = (edge, true);
        return _latest;
    }

    public void Dispose() => _lock.Dispose();

    private void WriteTiles(Frontier edge, IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        var before = edge.Size;
        var tiles = new List<(string Path, byte[] Bytes)>();
        foreach (var entry in entries)
        {
            edge.Append(entry.Span, Write);
        }

        edge.WritePartial(before, Write);
        _writer.Write(tiles);
        _writer.SyncFolders();

        void Write(TilePath path, byte[] bytes) => tiles.Add((path.ToString(), bytes));
    }

    /// <summary>Both roots once more, from nothing but the files: what is promised must follow from what is served.</summary>
    private void HoldAgainstTiles(Checkpoint next)
    {
        var published = Reader.Checkpoint();
        if (published?.ToString() != _latest.ToString())
        {
            throw new LogDamagedException($"The published checkpoint is not the one of {Size} entries that this writer made.");
        }

        // The old tree is a prefix of the new one: the new tiles, cut to the old size, still give the signed root.
        var tiles = new TileReader(_files, next.Size);
        if (TreeHashes.Root(tiles, Size) is var old && old != _latest.Checkpoint.Root)
        {
            throw new LogDamagedException(
                $"The tiles give the root {old} for the first {Size} entries, but the checkpoint says {_latest.Checkpoint.Root}.");
        }

        if (tiles.Root() is var now && now != next.Root)
        {
            throw new LogDamagedException($"The tiles give the root {now} for {next.Size} entries, but {next.Root} was computed.");
        }
    }

    /// <summary>
    /// The promise is durable under another name first. Were it only renamed into place, a reader could see it, a power cut
    /// could take it back, and other entries could then be signed at the same size.
    /// </summary>
    private void Publish(SignedCheckpoint next)
    {
        _writer.Write(Promised, next.Note.ToBytes());
        _writer.SyncFolders();
        _files.Rename(Promised, LogReader.CheckpointFile);
        _latest = next;
        _files.SyncFolder("");
        _files.SyncFolder(TileWriter.Staging);
    }

    /// <summary>Begins again from what is durable: on opening, and after a fault.</summary>
    private SignedCheckpoint Reload()
    {
        _writer.Reset();
        _writer.Ensure(TileWriter.Staging);
        _writer.SyncFolders();
        _latest = Reader.Checkpoint() is { } published ? Ours(published, LogReader.CheckpointFile) : null!;
        KeepPromise();
        if (_latest is null)
        {
            Begin();
        }

        _edge = Frontier.Load(Hold(_latest!), Size);
        _sure = true;
        return _latest!;
    }

    private TileReader Hold(SignedCheckpoint checkpoint)
    {
        var tiles = new TileReader(_files, checkpoint.Size);
        return tiles.Root() is var root && root == checkpoint.Checkpoint.Root
            ? tiles
            : throw new LogDamagedException(
                $"The tiles give the root {root}, but the checkpoint of {checkpoint.Size} entries says {checkpoint.Checkpoint.Root}.");
    }

    private void KeepPromise()
    {
        if (_files.Read(Promised, SignedNote.LongestNote) is not { } bytes)
        {
            return;
        }

        // Torn, so it was never durable, and nobody can have seen it.
        var promised = SignedCheckpoint.Parse(bytes);
        if (!promised.Ok || !promised.Value.IsSignedBy(_key.Verifier))
        {
            _files.Delete(Promised);
            return;
        }

        if (_latest is not null && promised.Value.Size <= _latest.Size)
        {
            if (promised.Value.Size == _latest.Size && promised.Value.ToString() != _latest.ToString())
            {
                throw new LogDamagedException($"Two different checkpoints of {Size} entries are signed by this log's key.");
            }

            _files.Delete(Promised);
            return;
        }

        Hold(promised.Value);

        // Written again: after a kill it may be seen here and still not be on the disk.
        Publish(promised.Value);
    }

    private void Begin()
    {
        if (_files.FolderExists("tile"))
        {
            throw new LogDamagedException("The folder has tiles but no checkpoint; a log that lost its checkpoint is not continued.");
        }

        _writer.Write(LogReader.KeyFile, Encoding.UTF8.GetBytes($"{_key.Verifier}\n"));
        _writer.SyncFolders();
        Publish(SignedCheckpoint.Sign(new Checkpoint(_key.Verifier.Name, 0, MerkleHash.Empty), _key));
    }

    private SignedCheckpoint Ours(SignedCheckpoint checkpoint, string file) => checkpoint.IsSignedBy(_key.Verifier)
        ? checkpoint
        : throw new LogDamagedException($"The file {file} is not signed by {_key.Verifier.Name}+{_key.Verifier.KeyId:x8}.");
}
