namespace Tarazy.Analysis.Claims;

/// <summary>
/// How a text and a fact-check are alike, in figures between about 0 and 3. Their order is part of every saved ranker.
/// </summary>
internal enum MatchFeature
{
    /// <summary>BM25 over the terms that were looked up.</summary>
    Score,

    /// <summary>Share of the best candidate's.</summary>
    ScoreToBest,

    /// <summary>Weights of all shared terms.</summary>
    ScoreOfAll,

    /// <summary>The same in the claim alone.</summary>
    ClaimScore,

    /// <summary>The same in the title alone.</summary>
    TitleScore,

    /// <summary>Cosine of the letter runs.</summary>
    Letters,

    LettersToBest,

    /// <summary>Share of the document's weight that the text has too.</summary>
    ClaimCovered,

    /// <summary>Share of the text's weight that the document has too.</summary>
    TextCovered,

    /// <summary>Neighbouring terms that are neighbours in both.</summary>
    Pairs,

    /// <summary>Shared terms that look like names.</summary>
    Names,

    /// <summary>Shared numbers.</summary>
    Numbers,

    /// <summary>Both have numbers and share none.</summary>
    NumbersDiffer,

    Rank,

    /// <summary>Weight of the rarest shared term.</summary>
    Rarest,

    /// <summary>How many terms are shared.</summary>
    Shared,

    /// <summary>Distance to the best of the others.</summary>
    Lead,

    TextLength,

    DocumentLength,

    /// <summary>Cosine of the weighted terms.</summary>
    Cosine,

    /// <summary>Share of the claim's or of the title's weight that the text has too, whichever is greater.</summary>
    FieldCovered,
}
