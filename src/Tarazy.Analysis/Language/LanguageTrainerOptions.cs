using System.ComponentModel.DataAnnotations;

namespace Tarazy.Analysis.Language;

/// <summary>How a language model is made. The defaults make the model that ships.</summary>
public sealed class LanguageTrainerOptions
{
    /// <summary>The table has two to this power rows of 32 bytes. The default is 17: 4 MB.</summary>
    [Range(8, 20)]
    public int Bits { get; set; } = 17;

    /// <summary>There is room for two to this power votes of rare runs, 2 bytes each. The default is 20: 2 MB.</summary>
    [Range(8, 22)]
    public int VoteBits { get; set; } = 20;

    /// <summary>Weight of what all languages have in common, in runs. The default is 300.</summary>
    [Range(1, 1_000_000)]
    public double Prior { get; set; } = 300;

    /// <summary>How much of the regression's weights is added to those of naive Bayes. The default is 0.15.</summary>
    [Range(0, 10)]
    public float Correction { get; set; } = 0.15f;

    /// <summary>How much of its mean weight a rare run's vote counts. The default is 1.2.</summary>
    [Range(0, 10)]
    public float Vote { get; set; } = 1.2f;

    /// <summary>A language written in a script in fewer texts than this has no lane of its own there. The default is 10.</summary>
    [Range(1, 10_000)]
    public int FewestTexts { get; set; } = 10;

    /// <summary>How often the regression reads all examples. The default is 4.</summary>
    [Range(0, 100)]
    public int Rounds { get; set; } = 4;

    /// <summary>Size of the regression's first step; it falls to nothing. The default is 4.</summary>
    [Range(0.01, 100)]
    public float Step { get; set; } = 4;

    /// <summary>Pieces of 1 to 8 words cut from each text, because posts are short. The default is 9.</summary>
    [Range(0, 50)]
    public int Pieces { get; set; } = 9;

    /// <summary>Margin below which the language is unknown. The default is 0.25.</summary>
    [Range(0, 1)]
    public float UnknownBelow { get; set; } = 0.25f;

    /// <summary>Margin from which a guess is sure. The default is 0.8.</summary>
    [Range(0, 1)]
    public float SureFrom { get; set; } = 0.8f;

    /// <summary>Seeds the order of examples and the cuts. One seed, one set of rows, one model.</summary>
    public ulong Seed { get; set; } = 20_26;

    /// <summary>Margin from which a guess between two close languages is sure. The default is 0.9.</summary>
    [Range(0, 1)]
    public float CloseSureFrom { get; set; } = 0.9f;

    // Sharpness and fading are those under which the texts kept apart were most likely (least log loss, 1 to 200 words).
    internal LanguageBounds Bounds => new(Sharpness: 0.4f, Fading: 0.5f, UnknownBelow, SureFrom);

    internal IReadOnlyList<ClosePair> Close =>
    [
        .. "kk-ky kk-kaa ky-alt ru-uk ru-bg ru-be uk-be tt-ba uz-tk az-tr tr-crh tr-tk bg-mk bg-sr mk-sr"
            .Split(' ')
            .Select(pair => pair.Split('-'))
            .Select(pair => new ClosePair(pair[0], pair[1], CloseSureFrom)),
    ];
}
