namespace Tarazy.Analysis.Language;

/// <summary>From which margin a guess is said, and from which it may be acted on. They are part of a model.</summary>
internal readonly record struct LanguageBounds(float UnknownBelow, float SureFrom);
