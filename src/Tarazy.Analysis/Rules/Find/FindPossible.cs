namespace Tarazy.Analysis.Rules.Find;

/// <summary>
/// Asks cheaply whether an expression could hold, from the leaves that were met and before any signal is looked for.
/// It may say yes wrongly, never no.
/// </summary>
internal static class FindPossible
{
    /// <param name="leaves">Bit n stands for the leaves n, n + 64, ...</param>
    public static bool In(FindNode node, ulong leaves, in PostPlace place)
    {
        switch (node)
        {
            case FindNode.Words words:
                return (leaves >> (words.Number & 63) & 1) != 0;
            case FindNode.All { Parts: var parts }:
                return Count(parts, leaves, place) == parts.Count;
            case FindNode.Any { Parts: var parts }:
                return Count(parts, leaves, place) > 0;
            case FindNode.Near near:
                return In(near.Left, leaves, place) && In(near.Right, leaves, place);
            default:
                return FindFilter.Of(node, place) is not Truth.No;
        }
    }

    private static int Count(IReadOnlyList<FindNode> parts, ulong leaves, in PostPlace place)
    {
        var possible = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            possible += In(parts[i], leaves, place) ? 1 : 0;
        }

        return possible;
    }
}
