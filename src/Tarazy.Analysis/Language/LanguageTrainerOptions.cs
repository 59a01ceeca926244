using System.ComponentModel.DataAnnotations;

namespace Tarazy.Analysis.Language;

/// <summary>How a language model is made. The defaults make the model that ships.</summary>
public sealed class LanguageTrainerOptions
{
    /// <summary>The table has two to this power rows of 32 bytes. The default is 17: 4 MB.</summary>
    [Range(8, 20)]
    public int Bits { get; set; } = 17;

    /// <summary>How often all examples are read. The default is 6.</summary>
    [Range(1, 100)]
    public int Rounds { get; set; } = 6;

    /// <summary>Size of the first step; it falls to nothing. The default is 4.</summary>
    [Range(0.01, 100)]
    public float Step { get; set; } = 4;

    /// <summary>Pieces of 1 to 8 words cut from each text, because posts are short. The default is 6.</summary>
    [Range(0, 50)]
    public int Pieces { get; set; } = 6;

    /// <summary>Margin below which the language is unknown. The default is 0.1.</summary>
    [Range(0, 1)]
    public float UnknownBelow { get; set; } = 0.1f;

    /// <summary>Margin from which a guess is sure. The default is 0.6.</summary>
    [Range(0, 1)]
    public float SureFrom { get; set; } = 0.6f;

    /// <summary>Seeds the order of examples and the cuts. One seed, one set of rows, one model.</summary>
    public ulong Seed { get; set; } = 20_26;
}
