namespace Tarazy.Analysis.Language;

/// <summary>The language of one sentence of a text.</summary>
/// <param name="Start">Its first unit in <see cref="Text.FoldedText.Chars"/>.</param>
/// <param name="Length">Its length in folded units, with the sign that ends it.</param>
public readonly record struct SentenceGuess(int Start, int Length, LanguageGuess Guess);
