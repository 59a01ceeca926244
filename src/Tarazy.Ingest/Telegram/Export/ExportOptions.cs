using System.ComponentModel.DataAnnotations;

namespace Tarazy.Ingest.Telegram.Export;

/// <summary>How a Telegram Desktop export is read.</summary>
public sealed class ExportOptions
{
    /// <summary>
    /// Where the export was made. Old exports carry only local times and are refused without it. See <see cref="ExportTimeZone"/>.
    /// </summary>
    public TimeZoneInfo? TimeZone { get; set; }

    /// <summary>First size of the read buffer, in bytes. The default is 256 KiB; it grows for a longer message only.</summary>
    [Range(64, 16 << 20)]
    public int BufferBytes { get; set; } = 256 << 10;

    /// <summary>Largest message. The default is 4 MiB; a longer one is passed over and named.</summary>
    [Range(1 << 10, 64 << 20)]
    public int MostMessageBytes { get; set; } = 4 << 20;

    /// <summary>Deepest nesting of a message and of what is skipped. The default is 64.</summary>
    [Range(8, 1000)]
    public int MostDepth { get; set; } = 64;

    /// <summary>Largest file. The default is 64 GiB.</summary>
    [Range(1L, long.MaxValue)]
    public long MostBytes { get; set; } = 64L << 30;

    /// <summary>Most links of one post. The default is 200.</summary>
    [Range(1, 10_000)]
    public int MostLinks { get; set; } = 200;
}
