namespace Tarazy.Analysis.Language;

/// <summary>
/// How the sums of a text become shares, and from which margin a guess is said and may be acted on. They are part of a model.
/// </summary>
/// <param name="Sharpness">The sums of a text of one run are multiplied by this; runs overlap, so each counts for less than one.</param>
/// <param name="Fading">And by the number of runs to the power of minus this: a long text repeats itself.</param>
/// <param name="UnknownBelow">Below this margin the language is unknown.</param>
/// <param name="SureFrom">From this margin a guess is sure.</param>
internal readonly record struct LanguageBounds(float Sharpness, float Fading, float UnknownBelow, float SureFrom);

/// <summary>Two languages so near to each other that a guess between them is sure only from a margin of its own.</summary>
internal readonly record struct ClosePair(string One, string Other, float SureFrom);
