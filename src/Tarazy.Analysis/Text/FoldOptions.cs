using System.ComponentModel.DataAnnotations;

namespace Tarazy.Analysis.Text;

/// <summary>How much of one text is read.</summary>
public sealed class FoldOptions
{
    /// <summary>UTF-16 units read of one text; the rest is ignored. The default is 65,536; Telegram's own limit is 4,096.</summary>
    [Range(16, 16_777_216)]
    public int MaxUnits { get; set; } = 65_536;
}
