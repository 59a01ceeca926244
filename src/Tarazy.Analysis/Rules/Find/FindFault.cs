namespace Tarazy.Analysis.Rules.Find;

/// <summary>Why an expression cannot be read, and what to do about it.</summary>
/// <param name="At">Where in the expression, in UTF-16 units.</param>
internal sealed record FindFault(int At, string Says, string Mend);
