namespace Tarazy.Analysis.Language;

/// <summary>One text whose language is known.</summary>
public readonly record struct LanguageRow(string Code, string Text);
