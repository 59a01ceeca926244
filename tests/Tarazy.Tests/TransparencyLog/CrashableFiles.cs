using Tarazy.TransparencyLog;
using Tarazy.TransparencyLog.Tiles;

namespace Tarazy.Tests.TransparencyLog;

internal enum Break
{
    Before,
    Torn,
    NotFlushed,
    After,
}

internal enum Crash
{
    /// <summary>The process ends; what it wrote is still in the system's cache.</summary>
    Kill,

    /// <summary>Only flushed bytes under flushed names are left.</summary>
    PowerCut,
}

/// <summary>
/// A disk that forgets: bytes last only when the file was flushed, names only when their folder was. It can break at any step
/// and remembers every checkpoint that a reader could have seen.
/// </summary>
internal sealed class CrashableFiles : ILogFiles
{
    private sealed record Node(byte[] Bytes, bool Flushed);

    private Dictionary<string, Node> _seen = new() { [""] = Folder };
    private Dictionary<string, Node> _durable = new() { [""] = Folder };
    private int _steps;
    private int _breakAt;
    private Break _how;
    private bool _once;
    private bool _locked;

    private static Node Folder { get; } = new([], true);

    public List<byte[]> Shown { get; } = [];

    public int Steps => _steps;

    public bool Dead { get; private set; }

    /// <param name="once">A passing fault, such as a full disk, after which the process goes on.</param>
    public void BreakAt(int step, Break how, bool once = false) => (_breakAt, _how, _once, _steps) = (step, how, once, 0);

    public void Restart(Crash crash)
    {
        (Dead, _breakAt, _steps, _locked) = (false, 0, 0, false);
        if (crash == Crash.PowerCut)
        {
            _seen = _durable.Where(f => Reachable(f.Key)).ToDictionary(f => f.Key, f => f.Value.Flushed ? f.Value : new Node([], false));
            _durable = new(_seen);
        }
    }

    public byte[]? Read(string path, int most) => _seen.TryGetValue(path, out var node) && node != Folder ? [.. node.Bytes] : null;

    public void WriteAndSync(string path, ReadOnlySpan<byte> bytes)
    {
        var whole = bytes.ToArray();
        Step(
            () => Put(path, new Node(whole, true)),
            torn: () => Put(path, new Node(whole[..(whole.Length / 2)], false)),
            notFlushed: () => Put(path, new Node(whole, false)));
    }

    public void WriteAndSync(IReadOnlyList<(string Path, byte[] Bytes)> files)
    {
        foreach (var (path, bytes) in files)
        {
            WriteAndSync(path, bytes);
        }
    }

    public void Rename(string from, string to) => Step(() =>
    {
        _seen[to] = _seen[from];
        _seen.Remove(from);
        if (to == "checkpoint" && (Shown.Count == 0 || !Shown[^1].SequenceEqual(_seen[to].Bytes)))
        {
            Shown.Add(_seen[to].Bytes);
        }
    });

    public bool CreateFolder(string path)
    {
        var isNew = !_seen.ContainsKey(path);
        Step(() => _seen[path] = Folder);
        return isNew;
    }

    public void SyncFolder(string path) => Step(() =>
    {
        foreach (var name in _durable.Keys.Where(k => Parent(k) == path && k.Length > 0 && !_seen.ContainsKey(k)).ToList())
        {
            _durable.Remove(name);
        }

        foreach (var (name, node) in _seen.Where(f => Parent(f.Key) == path && f.Key.Length > 0))
        {
            _durable[name] = node;
        }
    });

    public void Delete(string path) => Step(() => _seen.Remove(path));

    public bool FolderExists(string path) => _seen.TryGetValue(path, out var node) && node == Folder;

    public IDisposable Lock()
    {
        if (_locked)
        {
            throw new LogInUseException("locked");
        }

        _locked = true;
        return new Held(this);
    }

    /// <summary>Changes a byte behind the log's back.</summary>
    public void Damage(string path) => _seen[path] = new Node([.. _seen[path].Bytes[..^1], (byte)(_seen[path].Bytes[^1] ^ 1)], true);

    public void Lose(string path) => _seen.Remove(path);

    // An overwritten file has one body: what was durable under its name is gone from the moment of writing.
    private void Put(string path, Node node)
    {
        _seen[path] = node;
        if (_durable.ContainsKey(path))
        {
            _durable[path] = node;
        }
    }

    private void Step(Action act, Action? torn = null, Action? notFlushed = null)
    {
        if (Dead)
        {
            throw new IOException("The machine is off.");
        }

        if (++_steps != _breakAt)
        {
            act();
            return;
        }

        switch (_how)
        {
            case Break.Torn:
                torn?.Invoke();
                break;
            case Break.NotFlushed:
                notFlushed?.Invoke();
                break;
            case Break.After:
                act();
                break;
            default:
                break;
        }

        Dead = !_once;
        throw new IOException($"Broken at step {_steps}, {_how}.");
    }

    private bool Reachable(string path) => path.Length == 0 || (_durable.ContainsKey(Parent(path)) && Reachable(Parent(path)));

    private static string Parent(string path) => path.LastIndexOf('/') is var at and >= 0 ? path[..at] : "";

    private sealed class Held(CrashableFiles files) : IDisposable
    {
        public void Dispose() => files._locked = false;
    }
}
