namespace Tarazy.Policy.Compare;

/// <summary>One difference between two states of a pack, in the words of a lawyer.</summary>
/// <param name="Line">The section and id, e.g. <c>clauses/crim-170</c>; empty when the whole pack is meant.</param>
/// <param name="Forbidden">True where a line that was in force would say something else now, so that old decisions would rest on a rule that never stood.</param>
public sealed record PackChange(string Pack, string Line, PackChangeKind Kind, string Says, bool Forbidden = false);

public enum PackChangeKind
{
    Added,
    Ended,
    Changed,

    /// <summary>The line binds as before; how well it is known, or how it is called, is another.</summary>
    BetterKnown,
    Removed,
}
