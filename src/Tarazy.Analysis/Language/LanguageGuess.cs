namespace Tarazy.Analysis.Language;

/// <summary>The language a text is most probably in.</summary>
/// <param name="Code">ISO 639-1 where there is one, else ISO 639-3 (<c>crh</c>, <c>sah</c>); or <see cref="Unknown"/>.</param>
/// <param name="Margin">How far the best language is before the second, 0 to 1: the difference of their calibrated probabilities.</param>
/// <param name="Sure">The margin is large enough to act on, for close languages larger; otherwise show the guess as a guess.</param>
public readonly record struct LanguageGuess(string Code, float Margin, bool Sure)
{
    /// <summary>ISO 639-2's code for what cannot be told.</summary>
    public const string Unknown = "und";
}
