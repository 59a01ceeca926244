namespace Tarazy.Analysis.Labels.Spans;

/// <summary>A half-open span of a text in UTF-16 units.</summary>
public readonly record struct TextSpan(int Start, int End);

/// <summary>A text in which people marked the passages that use a rhetorical technique.</summary>
/// <param name="Yes">Whether the text as a whole was called manipulative.</param>
public sealed record SpanRow(string Text, IReadOnlyList<TextSpan> Spans, bool Yes);
