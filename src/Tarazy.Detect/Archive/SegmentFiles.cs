using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace Tarazy.Detect.Archive;

/// <summary>The files that hold the posts of an archive, numbered as they follow on each other.</summary>
internal static class SegmentFiles
{
    public static string Path(string folder, int number) =>
        System.IO.Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"posts-{number:D5}.seg"));

    /// <summary>The files that are there, up to the first gap.</summary>
    public static IReadOnlyList<string> All(string folder)
    {
        var files = new List<string>();
        while (File.Exists(Path(folder, files.Count)))
        {
            files.Add(Path(folder, files.Count));
        }

        return files;
    }

    /// <summary>The heads of a file's blocks, as long as each follows on the one before and is there in full.</summary>
    /// <param name="sums">Also reads every block and stops at one whose sum is wrong.</param>
    public static IEnumerable<(long At, ArchiveBlock Block)> Blocks(string path, bool sums)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var head = new byte[ArchiveBlock.HeadBytes];
        var length = RandomAccess.GetLength(file);
        var payload = Array.Empty<byte>();
        for (var at = 0L; at + head.Length <= length;)
        {
            RandomAccess.Read(file, head, at);
            if (ArchiveBlock.Read(head) is not { } block || at + head.Length + block.Bytes > length)
            {
                yield break;
            }

            if (sums && !IsWhole(file, at, block, ref payload))
            {
                yield break;
            }

            yield return (at, block);
            at += head.Length + block.Bytes;
        }
    }

    /// <summary>Reads a block's payload and says whether it is as it was written.</summary>
    public static bool IsWhole(SafeFileHandle file, long at, ArchiveBlock block, ref byte[] payload)
    {
        payload = payload.Length < block.Bytes ? new byte[block.Bytes] : payload;
        var span = payload.AsSpan(0, block.Bytes);
        return RandomAccess.Read(file, span, at + ArchiveBlock.HeadBytes) == block.Bytes && ArchiveBlock.SumOf(span) == block.Sum;
    }
}
