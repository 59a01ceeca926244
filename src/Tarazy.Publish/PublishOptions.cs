using System.ComponentModel.DataAnnotations;

namespace Tarazy.Publish;

/// <summary>Where the desk's log stands and under which name it signs.</summary>
public sealed class PublishOptions
{
    /// <summary>Folder of the log; everything in it but the lock may be served. The default is <c>data/log</c>.</summary>
    [Required]
    public string Folder { get; set; } = "data/log";

    /// <summary>
    /// The log's name: its public address without the scheme. It is part of everything signed and never changes. The default is
    /// <c>localhost/log</c>, which is good for trying the desk out and for nothing else.
    /// </summary>
    [Required]
    public string Origin { get; set; } = "localhost/log";

    /// <summary>The signing key; made on the first start, readable by its owner alone. The default is <c>data/log.key</c>.</summary>
    [Required]
    public string KeyFile { get; set; } = "data/log.key";

    /// <summary>Events that are taken in one transaction. The default is 256.</summary>
    [Range(1, 4096)]
    public int Batch { get; set; } = 256;
}
