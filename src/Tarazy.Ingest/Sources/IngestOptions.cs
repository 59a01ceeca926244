using System.ComponentModel.DataAnnotations;
using Tarazy.Ingest.Telegram.Export;
using Tarazy.Ingest.Telegram.Preview;

namespace Tarazy.Ingest.Sources;

/// <summary>How sources are read. Everything from outside has a limit here or in the options of its format.</summary>
public sealed class IngestOptions
{
    /// <summary>CSV with the header <c>id,handle,subscribers</c>: what an export doesn't say of its channels. None by default.</summary>
    public string? ChannelList { get; set; }

    /// <summary>Most lines of <see cref="ChannelList"/>. The default is 200,000.</summary>
    [Range(1, 10_000_000)]
    public int MostListedChannels { get; set; } = 200_000;

    /// <summary>Most files that are read of one folder. The default is 10,000.</summary>
    [Range(1, 1_000_000)]
    public int MostFiles { get; set; } = 10_000;

    /// <summary>Refusals of single messages that are told one by one in a file; the rest is only counted. The default is 100.</summary>
    [Range(0, 10_000)]
    public int MostToldRefusals { get; set; } = 100;

    /// <summary>Posts that are stored in one transaction. The default is 8,000.</summary>
    [Range(1, 100_000)]
    public int BatchPosts { get; set; } = 8000;

    public ExportOptions Export { get; set; } = new();

    public PreviewOptions Preview { get; set; } = new();
}
