using System.Runtime.InteropServices;
using System.Text;

namespace Tarazy.TransparencyLog.Tiles;

internal sealed class DiskFiles(string folder) : ILogFiles
{
    private const int MostFlushes = 16;

    public byte[]? Read(string path, int most)
    {
        try
        {
            using var file = File.OpenHandle(Full(path));
            var length = RandomAccess.GetLength(file);
            if (length > most)
            {
                throw new LogDamagedException($"{path} has {length} bytes; at most {most} were expected.");
            }

            var bytes = new byte[length];
            var read = RandomAccess.Read(file, bytes, 0);
            return read == length ? bytes : throw new LogDamagedException($"{path} ended after {read} of {length} bytes.");
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public void WriteAndSync(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = File.OpenHandle(Full(path), FileMode.Create, FileAccess.Write, FileShare.None);
        RandomAccess.Write(file, bytes, 0);
        RandomAccess.FlushToDisk(file);
    }

    // A disk takes many flushes in about the time of one; waiting for each in turn is most of what an append costs.
    public void WriteAndSync(IReadOnlyList<(string Path, byte[] Bytes)> files)
    {
        if (files.Count == 1)
        {
            WriteAndSync(files[0].Path, files[0].Bytes);
            return;
        }

        try
        {
            Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = MostFlushes }, f => WriteAndSync(f.Path, f.Bytes));
        }
        catch (AggregateException faults)
        {
            throw new IOException(faults.InnerExceptions[0].Message, faults);
        }
    }

    public void Rename(string from, string to) => File.Move(Full(from), Full(to), overwrite: true);

    public bool CreateFolder(string path)
    {
        if (Directory.Exists(Full(path)))
        {
            return false;
        }

        Directory.CreateDirectory(Full(path));
        return true;
    }

    public void SyncFolder(string path)
    {
        // Windows writes names through; there is no handle to flush.
        if (!OperatingSystem.IsWindows())
        {
            Posix.SyncFolder(Full(path));
        }
    }

    public void Delete(string path) => File.Delete(Full(path));

    public bool FolderExists(string path) => Directory.Exists(Full(path));

    public IDisposable Lock()
    {
        try
        {
            return new FileStream(Full("lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException held) when (held is not DirectoryNotFoundException)
        {
            throw new LogInUseException($"Another process writes the log in {folder}.", held);
        }
    }

    private string Full(string path) => Path.Combine(folder, path);

    /// <summary>.NET opens no folders, and a renamed file is durable only when its folder is.</summary>
    private static class Posix
    {
        public static void SyncFolder(string path)
        {
            var handle = Open(Encoding.UTF8.GetBytes(path + "\0"), 0);
            if (handle < 0)
            {
                throw new IOException($"The folder {path} cannot be opened (errno {Marshal.GetLastPInvokeError()}).");
            }

            var failed = Fsync(handle) != 0;
            var error = Marshal.GetLastPInvokeError();
            _ = Close(handle);
            if (failed)
            {
                throw new IOException($"The folder {path} cannot be flushed (errno {error}).");
            }
        }

        [DllImport("libc", EntryPoint = "open", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static extern int Open(byte[] path, int flags);

        [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static extern int Fsync(int handle);

        [DllImport("libc", EntryPoint = "close", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static extern int Close(int handle);
    }
}
