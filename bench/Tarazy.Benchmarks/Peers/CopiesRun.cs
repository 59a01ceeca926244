using System.Globalization;
using System.Runtime.InteropServices;
using Tarazy.Benchmarks.Similarity;

namespace Tarazy.Benchmarks.Peers;

/// <summary>Places posts among their near copies; how many is for TARAZY_COPIES to say, because ten million take four gigabytes.</summary>
internal static class CopiesRun
{
    private const int ForPeers = 100_000;
    private const int Usual = 1_000_000;

    /// <summary>Posts among which copies are looked for, and over which a rule is replayed.</summary>
    public static int Posts =>
        int.TryParse(Environment.GetEnvironmentVariable("TARAZY_COPIES"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : Usual;

    public static void Run(string folder)
    {
        WriteWords(Path.Combine(folder, "copies.bin"));
        var posts = Posts;
        NearCopyRun.Run(ForPeers, TextWriter.Null);
        Write("tarazy", Usual, NearCopyRun.Run(Usual, TextWriter.Null));
        if (posts > Usual)
        {
            Write($"tarazy among {posts / 1_000_000} million", posts, NearCopyRun.Run(posts, TextWriter.Null));
        }
    }

    private static void Write(string name, int posts, NearCopyFigures figures) => PeerLine.Write(
        name,
        posts,
        figures.Hashing + figures.Placing,
        $"recall={figures.Recall:F4} bytes={figures.Bytes:F0}; signature {figures.Hashing:F2}, place {figures.Placing:F2}; recall at a likeness of 0.7 and more");

    /// <summary>For each post the number of its words in 32 bits and their hashes in 64.</summary>
    private static void WriteWords(string path)
    {
        var texts = new SyntheticPosts();
        var room = new ulong[SyntheticPosts.MostWords];
        using var file = new BinaryWriter(new BufferedStream(File.Create(path), 1 << 20));
        for (var post = 0u; post < ForPeers; post++)
        {
            var words = texts.Write(post, room, out _);
            file.Write(words);
            file.Write(MemoryMarshal.AsBytes(room.AsSpan(0, words)));
        }
    }
}
