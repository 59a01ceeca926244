using System.IO.Compression;
using System.Text.Json;

namespace Tarazy.Tests.Analysis.Labels;

internal static class RealPosts
{
    /// <summary>The texts of a gzip file of JSON lines.</summary>
    public static IEnumerable<string> Read(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var post = JsonDocument.Parse(line);
            yield return post.RootElement.GetProperty("text").GetString()!;
        }
    }
}
