namespace Tarazy.Analysis.Text;

/// <summary>What in a text may be a disguise, seen from the classes of neighbouring units alone. Nearly all posts have none.</summary>
[Flags]
internal enum Hints : byte
{
    None = 0,

    /// <summary>Letters of two scripts touch.</summary>
    Mixed = 1,

    /// <summary>Digits stand between letters.</summary>
    Digits = 2,

    /// <summary>A sign such as @ stands between letters.</summary>
    Signs = 4,

    /// <summary>Three or more letters stand alone, one after the other.</summary>
    Singles = 8,

    /// <summary>A letter is written three times.</summary>
    Stretched = 16,
}
