namespace Tarazy.Analysis.Text;

/// <summary>What the tokeniser needs to know of a folded unit, so that or-ing over a word tells whether it needs mending.</summary>
[Flags]
internal enum UnitClass : byte
{
    None = 0,

    /// <summary>Belongs to a word: a letter, a digit or a mark that is written.</summary>
    Word = 1,
    Cyrillic = 2,

    /// <summary>A Cyrillic letter that no Latin letter looks like.</summary>
    OnlyCyrillic = 4,
    Latin = 8,

    /// <summary>A Latin letter that no Cyrillic letter looks like.</summary>
    OnlyLatin = 16,
    Digit = 32,
    Greek = 64,

    /// <summary>Not of a word itself, but may join what stands around it: a dot in a link, a sign written for a letter.</summary>
    Joins = 128,
}
