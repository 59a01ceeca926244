namespace Tarazy.Analysis.Rules;

/// <summary>What is wrong with a rule file, where, and what would mend it.</summary>
public sealed record RuleFault(string File, long Line, long Column, string Says, string Mend)
{
    /// <summary>A fault of a folder, and not of a line in a file, has no place.</summary>
    public override string ToString() => Line > 0 ? $"{File}({Line},{Column}): {Says} {Mend}" : $"{File}: {Says} {Mend}";
}

/// <summary>The rules that may be used, and the faults of those that may not.</summary>
public sealed record RuleBookLoad(RuleBook Book, IReadOnlyList<RuleFault> Faults)
{
    /// <summary>Rules that were read well and left out because they fail their own examples.</summary>
    public IReadOnlyList<WatchRule> Failing { get; init; } = [];
}
